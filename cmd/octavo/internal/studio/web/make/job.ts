// One job: how far it is, and what it has made.
import { post } from "../api";
import { count, el } from "../dom";
import { problemElement } from "../problems/problem";
import type { Studio } from "../view";
import { button, complain, sentence } from "../parts/words";
import { size, type Job, type MadeFile, type Making } from "./types";

/** How many files of a job are listed; the others come in one file. */
const mostFiles = 12;
/** How many problems are shown with a job; the view Problems has them all. */
const mostProblems = 5;

/** Returns the element of a job. */
export function jobElement(studio: Studio, j: Job): HTMLElement {
  const box = el("div", { class: "job " + j.state }, el("h3", {}, j.title, " ", el("span", { class: "quiet" }, said(j))));
  if (j.state === "waiting" || j.state === "running") {
    const label = j.step ? sentence(j.step) + " …" : "Waiting …";
    box.append(el("progress", { max: Math.max(j.steps, 1), value: j.done, "aria-label": j.title }), el("div", { class: "acts" }, el("span", { class: "quiet step" }, label),
      button("Cancel", () => post("/api/make/cancel", { ID: j.id }).catch((e: unknown) => complain(studio, e)))));
  }
  if (j.message) box.append(el("p", { class: "bad" }, sentence(j.message)));
  const r = j.result;
  if (!r) return box;
  if (r.summary) box.append(el("p", {}, sentence(r.summary)));
  box.append(files(r.files.slice(0, r.files.length > mostFiles + 1 ? mostFiles : undefined)));
  if (r.files.length > 1 && r.folder) box.append(el("p", {}, el("a", { href: "/made.zip?id=" + j.id, download: true }, `All ${count(r.files.length, "file")} in one`),
    el("span", { class: "quiet" }, ` They are in ${r.folder}`)));
  for (const n of r.notes) box.append(el("p", {}, sentence(n)));
  if (r.errors + r.warnings > 0) box.append(problems(studio, j));
  return box;
}

function said(j: Job): string {
  switch (j.state) {
    case "waiting":
      return "waits for the one before it";
    case "running":
      return j.steps > 0 ? `${Math.min(j.done + 1, j.steps)} of ${j.steps}` : "";
    case "cancelled":
      return "cancelled; the files of before are as they were";
    case "failed":
      return "not made";
    case "done":
      return `done in ${j.took.toFixed(1)} s, at ${new Date(j.started).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
  }
}

function problems(studio: Studio, j: Job): HTMLElement {
  const r = j.result!;
  const all = r.problems.flatMap((g) => g.problems);
  const numbers = [r.errors ? count(r.errors, "error") : "", r.warnings ? count(r.warnings, "warning") : ""].filter(Boolean).join(" and ");
  const rows = all.sort((a, b) => a.severity.localeCompare(b.severity)).slice(0, mostProblems);
  const box = el("details", { class: "job-problems" }, el("summary", {}, numbers), el("ul", { class: "rows" }, ...rows.map((t) => problemElement(studio, t))));
  box.open = j.state === "failed";
  box.append(el("p", {}, el("a", { href: "#problems" }, "See all in Problems")));
  return box;
}

/** Returns files with their links. */
function files(list: MadeFile[]): HTMLElement {
  return el("ul", { class: "files" }, ...list.map((f) => {
    const name = f.name.split("/").pop()!;
    return el("li", {}, el("a", { href: madeAddress(f.name), download: name }, name),
      el("span", { class: "quiet" }, " " + [f.about, size(f.bytes), f.note].filter(Boolean).join(" · ")));
  }));
}

/** Returns the address of a file that was made. */
function madeAddress(name: string): string {
  return "/made/" + name.split("/").map(encodeURIComponent).join("/");
}

/** Returns the cover as it was made last: back, spine and front. */
function wholeCover(made: MadeFile[]): HTMLElement[] {
  const whole = made.find((f) => f.name.endsWith("-cover-whole.png"));
  return whole ? [el("img", { class: "whole-cover", src: madeAddress(whole.name), alt: "The cover: back, spine and front" })] : [];
}

/** Returns what the last builds have made. */
export function madeElement(m: Making): HTMLElement {
  return el("div", {}, el("h3", {}, "What is there"), ...wholeCover(m.made), files(m.made.filter((f) => !f.name.endsWith(".json"))), el("p", { class: "quiet" }, "In the folder " + m.folder));
}
