// The view of everything that is wrong with the book.
import { get, path, type Summary } from "../api";
import { count, el, fill } from "../dom";
import type { Studio, View } from "../view";
import { offerFix, undoButton } from "../parts/change";
import { button, check, choice, Kept, reason, refill, sentence } from "../parts/words";
import { problemElement, type Trouble } from "./problem";

interface Group {
  key: string;
  about?: string;
  errors: number;
  warnings: number;
  problems: Trouble[];
  more: { code: string; count: number }[];
}

interface List {
  state: number;
  fault?: string;
  errors: number;
  warnings: number;
  mendable: number;
  groups: Group[];
}

/** What of the problems is shown, and how. */
interface Shown {
  by: "file" | "code";
  only: "" | "error" | "warning";
  typography: boolean;
  all: Set<string>;
}

/** Returns the view of problems. */
export function problemsView(studio: Studio): View {
  const shown: Shown = { by: "file", only: "", typography: false, all: new Set() };
  const summary = el("h2", { class: "work-title" }, "Problems");
  const tools = el("div", { class: "tools" });
  const fixes = el("div", { class: "fixes" });
  const list = el("div", { class: "groups" });
  const element = el("section", { class: "work problems", "aria-label": "Problems" }, summary, tools, fixes, list);
  const undo = undoButton(studio);
  const fixAll = button("", () => void offerFix(studio, "all", fixes));
  const rows = new Kept<Trouble>((t) => problemElement(studio, t));
  let visible = false;
  let asked: AbortController | undefined;

  fill(tools,
    choice("Group by", [["file", "file"], ["code", "kind"]] as const, shown.by, (v) => { shown.by = v; void refresh(); }),
    choice("Show", [["", "everything"], ["error", "errors"], ["warning", "warnings"]] as const, shown.only, (v) => { shown.only = v; void refresh(); }),
    check("What a proofreader would mark", shown.typography, (on) => { shown.typography = on; void refresh(); }),
    el("span", { class: "space" }), fixAll, undo.element);

  const refresh = async (): Promise<void> => {
    if (!visible) return;
    asked?.abort();
    const asking = asked = new AbortController();
    let address = path("/api/problems", { by: shown.by, only: shown.only, typography: shown.typography ? 1 : "" });
    for (const code of shown.all) address += "&all=" + encodeURIComponent(code);
    try {
      draw(await get<List>(address, asking.signal));
    } catch (e) {
      if (!asking.signal.aborted) refill(list, el("p", { class: "bad" }, reason(e)));
    }
    undo.refresh();
  };

  const draw = (p: List): void => {
    const parts = [p.errors ? count(p.errors, "error") : "", p.warnings ? count(p.warnings, "warning") : ""].filter(Boolean);
    summary.textContent = p.fault ? "The book cannot be looked at" : parts.join(", ") || "Nothing is wrong";
    fixAll.hidden = p.mendable === 0;
    fixAll.textContent = p.mendable === 1 ? "Fix what can be fixed" : `Fix ${p.mendable} of these`;
    const out: HTMLElement[] = [];
    if (p.fault) {
      out.push(el("p", { class: "bad" }, sentence(p.fault)), el("p", {}, "Mend this, and the studio goes on by itself. The pages are those of before."));
    } else if (p.groups.length === 0) {
      out.push(el("p", { class: "quiet" }, parts.length === 0
        ? "Octavo has looked at every word, link, picture and line of the book and has nothing to say."
        : "Nothing of what you chose to see. Show everything to see the others."));
    }
    for (const g of p.groups) out.push(group(g));
    rows.settle();
    refill(list, ...out);
  };

  const group = (g: Group): HTMLElement => {
    const title = shown.by === "code" ? g.key : g.key || "The book as a whole";
    const numbers = [g.errors ? count(g.errors, "error") : "", g.warnings ? count(g.warnings, "warning") : ""].filter(Boolean).join(", ");
    const items = el("ul", { class: "rows" }, ...g.problems.map((t) => rows.of(g.key + " " + t.id, t)));
    const folded = g.more.map((m) => el("p", { class: "more" }, button(`… and ${m.count.toLocaleString("en")} more like this (${m.code})`, () => {
      shown.all.add(m.code);
      void refresh();
    }, { class: "link" })));
    return el("section", { class: "group" }, el("h3", {}, title, " ", el("span", { class: "quiet" }, numbers)),
      g.about && el("p", { class: "about" }, sentence(g.about)), items, ...folded);
  };

  return {
    name: "problems",
    title: "Problems",
    element,
    show() {
      visible = true;
      void refresh();
    },
    hide() {
      visible = false;
      asked?.abort();
    },
    update(_: Summary) {
      void refresh();
    },
  };
}
