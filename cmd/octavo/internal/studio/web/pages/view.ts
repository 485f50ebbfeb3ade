import { get, type Summary } from "../api";
import { el, fill } from "../dom";
import type { Studio, View } from "../view";
import { draw, prepare, type Sheet } from "./draw";

interface Entry {
  label: string;
  kind: string;
  id?: string;
  first?: boolean;
}

interface List {
  state: number;
  facing: boolean;
  pages: Entry[];
}

/** Returns the view of the pages, as spreads. */
export function pagesView(studio: Studio): View {
  const spread = el("div", { class: "spread" });
  const element = el("section", { class: "pages", "aria-label": "Pages" }, spread);
  let at = 1;
  let shown = false;
  let list: List = { state: 0, facing: true, pages: [] };

  const refresh = async (): Promise<void> => {
    if (!shown) return;
    if (list.state !== studio.book().state) list = await get<List>("/api/pages");
    const first = at % 2 === 0 ? at : at - 1;
    const canvases: HTMLElement[] = [];
    for (const n of [first, first + 1]) {
      const entry = list.pages[n - 1];
      if (!entry) continue;
      const sheet = await get<Sheet>("/api/page/" + n);
      await prepare(sheet);
      const canvas = el("canvas", { role: "img", "aria-label": "Page " + entry.label });
      draw(canvas, sheet, 1.5 * devicePixelRatio);
      canvases.push(canvas);
    }
    fill(spread, ...canvases);
  };

  addEventListener("keydown", (e) => {
    if (!shown || e.target !== document.body) return;
    const step = { ArrowRight: 2, PageDown: 2, ArrowLeft: -2, PageUp: -2 }[e.key];
    if (step) studio.go("pages", String(Math.max(1, Math.min(list.pages.length, at + step))));
  });

  return {
    name: "pages",
    title: "Pages",
    element,
    show(rest: string) {
      shown = true;
      at = Math.max(1, Number.parseInt(rest, 10) || at);
      void refresh();
    },
    hide() {
      shown = false;
    },
    update(_: Summary) {
      void refresh();
    },
  };
}
