// What a book has of each theme for each audience, as a table whose cells are bars.
import { el } from "../dom";
import type { Choice } from "../cards/deck";
import { none, type Asked } from "../cards/filter";
import type { Entries, Entry } from "./rows";

/** One row or column of the table. */
interface Side {
  id: string; // for the filter
  name: string;
  color?: string;
  has(e: Entry): boolean;
}

/** Returns the picture of what entries there are; pick is called with what a cell stands for. */
export function coverage(all: Entries, pick: (asked: Partial<Asked>) => void): HTMLElement {
  const themes = sides(all, all.themes, (e) => e.themes, "No theme");
  const audiences = sides(all, all.audiences, (e) => e.audience, "No audience");
  const kinds = all.kinds.map((k) => ({ id: k.id, name: k.name, has: (e: Entry) => e.kind === k.id }));
  const rows: Side[] = themes.length > 0 ? themes : kinds;
  const columns = audiences.length > 0 ? audiences : themes.length > 0 && kinds.length > 1 ? kinds : [];
  const keys: { row: keyof Asked; column: keyof Asked } = { row: themes.length > 0 ? "theme" : "kind", column: audiences.length > 0 ? "audience" : "kind" };
  const split = columns !== kinds && rows !== kinds && kinds.length > 1 ? kinds : [];
  const most = Math.max(1, ...rows.flatMap((r) => (columns.length ? columns : [{ has: () => true }]).map((c) => all.entries.filter((e) => r.has(e) && c.has(e)).length)));
  const total = (s: { has(e: Entry): boolean }): number => all.entries.filter((e) => s.has(e)).length;

  const cell = (r: Side, c: Side): HTMLElement => {
    const there = all.entries.filter((e) => r.has(e) && c.has(e));
    if (there.length === 0) return el("td", { class: "gap" }, "0");
    const parts = split.length ? split.map((k) => ({ name: k.name, n: there.filter(k.has).length })) : [{ name: "", n: there.length }];
    const said = split.length ? parts.filter((p) => p.n > 0).map((p) => `${p.n} ${p.name}`).join(", ") : "";
    return el("td", {}, el("button", { type: "button", title: said, "aria-label": [`${there.length}`, said].filter(Boolean).join(": "), onclick: () => pick({ [keys.row]: r.id, [keys.column]: c.id }) },
      el("span", { class: "n" }, String(there.length)), bar(parts.map((p) => p.n), most, r.color)));
  };
  const label = (s: Side, scope: string): HTMLElement => el("th", { scope }, swatch(s.color), s.name);
  const table = el("table", {},
    el("caption", {}, `Entries by ${keys.row === "theme" ? "theme" : "kind"}${columns.length ? " and " + keys.column : ""}`),
    el("thead", {}, el("tr", {}, el("td", {}), ...columns.map((c) => label(c, "col")), el("th", { scope: "col" }, "All"))),
    el("tbody", {}, ...rows.map((r) => el("tr", {}, label(r, "row"), ...columns.map((c) => cell(r, c)), columns.length ? el("td", { class: "sum" }, String(total(r))) : cell(r, { id: "", name: "", has: () => true })))),
    columns.length > 0 && el("tfoot", {}, el("tr", {}, el("th", { scope: "row" }, "All"), ...columns.map((c) => el("td", { class: "sum" }, String(total(c)))), el("td", { class: "sum" }, String(all.entries.length)))));
  return el("div", { class: "coverage", tabindex: 0, role: "region", "aria-label": "Coverage" }, table, split.length > 0 && legend(split.map((k) => k.name)),
    el("p", {}, "An entry of several themes or audiences counts in each. Select a number to see its entries."));
}

/** Returns what entries are told apart by, and what none of them says, where there is such. */
function sides(all: Entries, choices: Choice[], of: (e: Entry) => string[], without: string): Side[] {
  const out: Side[] = choices.map((c) => ({ id: c.id, name: c.name, ...(c.color ? { color: c.color } : {}), has: (e: Entry) => of(e).includes(c.id) }));
  const bare = (e: Entry): boolean => of(e).length === 0;
  if (out.length > 0 && all.entries.some(bare)) out.push({ id: none, name: without, has: bare });
  return out;
}

const ns = "http://www.w3.org/2000/svg";

/** Returns a bar of parts, each a little lighter than the one before. */
function bar(parts: number[], most: number, color = "currentColor"): SVGSVGElement {
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 100 8");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  let x = 0;
  parts.forEach((n, i) => {
    const rect = document.createElementNS(ns, "rect");
    const width = (n / most) * 100;
    for (const [k, v] of Object.entries({ x, y: 0, width, height: 8, fill: color, "fill-opacity": opacity(i, parts.length) })) rect.setAttribute(k, String(v));
    svg.append(rect);
    x += width;
  });
  return svg;
}

const opacity = (i: number, of: number): number => (of < 2 ? 1 : 1 - (0.7 * i) / (of - 1));

function swatch(color?: string): SVGSVGElement | null {
  if (!color) return null;
  const svg = bar([1], 1, color);
  svg.setAttribute("class", "swatch");
  return svg;
}

function legend(names: string[]): HTMLElement {
  return el("p", { class: "legend" }, ...names.flatMap((name, i) => {
    const sign = bar([1], 1);
    sign.setAttribute("class", "swatch");
    sign.style.opacity = String(opacity(i, names.length));
    return [sign, name + " "];
  }));
}
