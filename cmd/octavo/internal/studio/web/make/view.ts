// The view in which the book is made: what can be made, how far it is, and the files.
import { get, type Summary } from "../api";
import { el, fill } from "../dom";
import type { Studio, View } from "../view";
import { undoButton } from "../parts/change";
import { reason } from "../parts/words";
import { jobElement, madeElement } from "./job";
import { offers } from "./offers";
import type { Job, Making } from "./types";

/** Returns the view of making. */
export function makeView(studio: Studio): View {
  const forms = el("div", { class: "offers" });
  const jobs = el("div", { class: "jobs" });
  const made = el("section", { class: "made", "aria-label": "Files" });
  const undo = undoButton(studio);
  const element = el("section", { class: "work make", "aria-label": "Make" },
    el("div", { class: "make-head" }, el("h2", { class: "work-title" }, "Make"), undo.element), el("div", { class: "make-columns" }, forms, el("div", { class: "results" }, jobs, made)));
  let visible = false;
  let offered = ""; // what the forms were made for
  const shown = new Map<number, HTMLElement>();

  const refresh = async (): Promise<void> => {
    if (!visible) return;
    undo.refresh();
    try {
      const m = await get<Making>("/api/make");
      const { jobs: list, made: files, ...offer } = m;
      if (offered !== JSON.stringify(offer)) {
        offered = JSON.stringify(offer);
        fill(forms, ...offers(studio, m, told, () => void refresh()));
      }
      shown.clear();
      jobs.replaceChildren();
      for (const j of [...list].reverse()) told(j);
      fill(made, files.length > 0 && madeElement(m));
    } catch (e) {
      fill(forms, el("p", { class: "bad" }, reason(e)));
    }
  };

  const told = (j: Job): void => {
    const now = jobElement(studio, j);
    const before = shown.get(j.id);
    shown.set(j.id, now);
    if (before) before.replaceWith(now);
    else jobs.prepend(now);
  };

  addEventListener("octavo-progress", (e) => {
    const j = (e as CustomEvent<Job>).detail;
    if (visible) told(j);
    if (j.state === "done" || j.state === "failed") studio.say(j.state === "done" ? `${j.title}: done` : `${j.title}: not made`, j.state === "done" ? "note" : "error");
    if (j.state === "done") void refresh();
  });

  return {
    name: "make",
    title: "Make",
    element,
    show() {
      visible = true;
      void refresh();
    },
    hide() {
      visible = false;
    },
    update(_: Summary) {
      void refresh();
    },
  };
}
