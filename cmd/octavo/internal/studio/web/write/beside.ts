// The page beside the editor: that on which the cursor's words are printed.
import { get, path, type Place } from "../api";
import { el } from "../dom";
import { draw, prepare, type Sheet } from "../pages/draw";
import type { OnPage } from "../parts/place";

/** The page beside the editor. Pressing one of its lines calls choose with where it is written. */
export class Beside {
  private readonly canvas = el("canvas", { "aria-hidden": "true" });
  private readonly caption = el("p", { class: "folio" });
  private readonly mark = el("div", { class: "here", "aria-hidden": "true" });
  private readonly leaf = el("div", { class: "leaf", hidden: true }, this.canvas, this.mark);
  readonly element = el("aside", { class: "beside", "aria-label": "The page of the cursor" }, this.leaf, this.caption);
  private page: { n: number; sheet: Sheet } | undefined;
  private asked = 0;

  constructor(choose: (file: string, line: number, column: number) => void) {
    this.canvas.addEventListener("click", (e) => {
      if (!this.page) return;
      const { n, sheet } = this.page, points = sheet.width / this.canvas.clientWidth;
      get<Place>(path("/api/at", { page: n, x: e.offsetX * points, y: e.offsetY * points })).then((p) => choose(p.file, p.line, p.column), () => undefined); // nothing is written there
    });
  }

  /** Shows the page of a place. What was asked for later wins. */
  async show(file: string, line: number, column: number): Promise<void> {
    const ask = ++this.asked;
    const at = await get<OnPage | null>(path("/api/where", { file, line, column }));
    if (ask !== this.asked) return;
    if (!at) {
      this.caption.textContent = file === "book.toml" ? "" : "Not on a page yet";
      this.leaf.hidden = true;
      return;
    }
    const page = await get<Sheet>("/api/page/" + at.page);
    await prepare(page);
    if (ask !== this.asked) return;
    this.page = { n: at.page, sheet: page };
    this.leaf.hidden = false;
    const width = this.leaf.clientWidth || 400;
    draw(this.canvas, page, (width / page.width) * devicePixelRatio);
    this.canvas.style.aspectRatio = `${page.width} / ${page.height}`;
    this.mark.style.top = `${(at.y / page.height) * 100}%`;
    this.caption.textContent = "Page " + at.label;
  }
}
