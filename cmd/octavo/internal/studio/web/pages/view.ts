// The view of the pages, as they will be printed.
import { get, path, type Look, type Summary } from "../api";
import { el } from "../dom";
import { complain } from "../parts/words";
import type { Studio, View } from "../view";
import { LookMenu, showMenu, zoomBox } from "./bar";
import { Pages, type LineMark, type Spot } from "./book";
import { FindBox } from "./find";
import { pageKeys, shortcuts } from "./keys";
import { keep, restore } from "./memory";
import { Remarks } from "./remarks";
import type { Paper } from "./paper";
import { Contents, Thumbnails } from "./side";
import { SourcePanel, type About, type Written } from "./source";
import { Stage } from "./stage";

/** Returns the view of the pages. */
export function pagesView(studio: Studio): View {
  return new PagesView(studio);
}

class PagesView implements View {
  readonly name = "pages";
  readonly title = "Pages";
  readonly keys = pageKeys;
  readonly element: HTMLElement;
  private readonly memory = restore();
  private readonly overlays = new Set(this.memory.overlays);
  private readonly pages = new Pages();
  private readonly stage: Stage;
  private readonly source: SourcePanel;
  private readonly remarks: Remarks;
  private shownRemarks: string[] = []; // ids of the comments at the side
  private staleRemarks = true;
  private readonly thumbs = new Thumbnails(this.pages, (n) => this.go(n));
  private readonly contents = new Contents(this.pages, (n) => this.go(n));
  private readonly box = new FindBox(() => this.pages.look, (n) => {
    this.go(n);
    this.stage.element.focus({ preventScroll: true });
  });
  private readonly of = el("span", { class: "of" });
  private readonly empty = el("p", { class: "empty", hidden: true });
  private readonly looks: LookMenu;
  private readonly zoom: { element: HTMLElement; refresh: () => void };
  private readonly side: HTMLElement;
  private shown = false;
  private stale = true;
  private wanted = 0; // a page that was asked for before there were any
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly studio: Studio) {
    this.stage = new Stage(this.pages, { pick: (p, x, y, line) => void this.pick(p, x, y, line), mark: (p, m) => void this.mark(p, m) });
    this.stage.zoom = this.memory.zoom;
    this.stage.arrangement = this.memory.arrangement;
    this.stage.overlays = this.overlays;
    this.stage.onmove = () => this.moved();
    this.remarks = new Remarks(studio, () => this.pages.look, () => {
      this.stage.remark();
      this.source.showComments(this.remarks.elements(this.shownRemarks));
    });
    this.stage.remarks = (page) => this.remarks.on(page);
    addEventListener("octavo-comments", () => this.refreshRemarks("now"));
    this.source = new SourcePanel((place) => studio.edit(place), () => this.element.classList.remove("reading"));
    this.looks = new LookMenu(() => this.pages.look, (l) => this.take(l), (m, k) => studio.say(m, k));
    this.zoom = zoomBox(this.stage);
    this.side = el("div", { class: "side" }, this.thumbs.element, this.contents.element);
    this.element = el("section", { class: "pages", "aria-label": "Pages" }, this.bar(), this.looks.sign, this.side, el("div", { class: "desk" }, this.stage.element, this.empty), this.source.element);
    this.element.classList.toggle("no-marks", !this.memory.marks);
    this.showSide(this.memory.side);
    shortcuts({ view: this.element, stage: this.stage, shown: () => this.shown, rightToLeft: () => !!this.pages.layout.rightToLeft,
      find: () => this.box.focus(), overlay: (name) => {
        if (!this.overlays.delete(name)) this.overlays.add(name);
        this.overlaysChanged();
      } });
  }

  private bar(): HTMLElement {
    const sides = (["pages", "contents"] as const).map((name) => el("button", { type: "button", "aria-pressed": "false", "data-side": name, onclick: () => this.showSide(this.memory.side === name ? "" : name) }, name === "pages" ? "All pages" : "Contents"));
    const view = showMenu(() => ({ arrangement: this.stage.arrangement, facing: this.pages.layout.facing, overlays: this.overlays, frame: this.pages.layout.frame, follow: this.memory.follow, marks: this.memory.marks }), (s) => {
      Object.assign(this.memory, { follow: s.follow, marks: s.marks, arrangement: s.arrangement });
      this.element.classList.toggle("no-marks", !s.marks);
      if (s.arrangement !== this.stage.arrangement) {
        this.stage.arrangement = s.arrangement;
        this.stage.reset();
      }
      this.overlaysChanged();
    });
    const turn = (by: number, title: string, sign: string): HTMLElement => el("button", { type: "button", "aria-label": title, onclick: () => this.stage.turn(by) }, sign);
    return el("div", { class: "bar", role: "toolbar", "aria-label": "Pages" }, el("div", { class: "sides" }, ...sides),
      el("div", { class: "turn" }, turn(-1, "Page back", "‹"), this.box.element, this.of, turn(1, "Page on", "›")), this.zoom.element, view, this.looks.element);
  }

  show(rest: string): void {
    this.shown = true;
    const at = /^at\/(.+?)(?::(\d+))?(?::(\d+))?$/.exec(rest), page = Number.parseInt(rest, 10);
    void this.refresh().then(async () => {
      if (at) await this.showPlace(at[1]!, Number(at[2] ?? 1), Number(at[3] ?? 0));
      else if (page) {
        this.wanted = page;
        this.arrive();
      }
    });
    if (this.staleRemarks) this.refreshRemarks("now");
  }

  /** Asks for the comments again, when the view is shown. */
  private refreshRemarks(when: "now" | "later"): void {
    this.staleRemarks = !this.shown;
    if (!this.shown) return;
    if (when === "now") void this.remarks.ask();
    else this.remarks.later();
  }

  /** Shows the page that was asked for, once there are pages. */
  private arrive(): void {
    if (!this.wanted || this.pages.layout.pages.length === 0) return;
    this.go(this.wanted);
    this.wanted = 0;
  }

  hide(): void {
    this.shown = false;
  }

  update(_: Summary): void {
    this.stale = true;
    this.pages.edited();
    if (this.shown) void this.refresh();
    this.refreshRemarks("later");
  }

  /** Asks for what has changed, one time after the other. */
  private refresh(): Promise<void> {
    this.working = this.working.then(() => this.ask()).catch((e: unknown) => this.failed(e));
    return this.working;
  }

  private async ask(): Promise<void> {
    if (!this.stale) return;
    this.stale = false;
    const first = this.pages.layout.pages.length === 0;
    const { changed } = this.studio.book();
    const looksOther = (n: number): boolean => changed.some((r) => r.from <= n && n <= r.to);
    if (!first) await this.stage.update(looksOther).catch(() => undefined); // before all else: it is what the author waits for
    const [list] = await Promise.all([this.pages.refresh(), first ? undefined : this.stage.update((n) => !looksOther(n)).catch(() => undefined)]);
    if (list.moved) {
      this.contents.reset();
      this.stage.reset();
    }
    this.thumbs.reset();
    this.arrive();
    this.moved();
    const none = this.pages.layout.pages.length === 0;
    this.empty.hidden = !none;
    this.stage.element.hidden = none;
    if (none) this.empty.textContent = this.studio.book().fault ?? (this.studio.book().errors ? "The book has errors. Its pages are shown as soon as they are mended: see Problems" : "The book has no pages yet");
    if (list.edited && this.memory.follow) await this.stage.point(list.edited.page, list.edited.line);
  }

  /** Shows where a place of a file is printed. */
  private async showPlace(file: string, line: number, column: number): Promise<void> {
    const spot = await get<Spot | null>(path("/api/where", { ...this.pages.look, file, line, column: column || undefined })).catch((e: unknown) => this.failed(e));
    if (spot === null) this.studio.say("This place is not printed. It may be in a file that the contents leave out, or say how the book is made", "error");
    if (!spot) return;
    this.go(spot.page);
    await this.stage.point(spot.page, spot.line);
  }

  private failed(e: unknown): undefined {
    complain(this.studio, e);
    return undefined;
  }

  private go(page: number): void {
    this.stage.go(page);
  }

  /** Shows where one is. */
  private moved(): void {
    const page = this.stage.page, all = this.pages.layout.pages;
    this.box.rest(all[page - 1]?.label ?? "");
    this.of.textContent = all.length ? `of ${all[all.length - 1]!.label}` : "";
    this.zoom.refresh();
    this.thumbs.mark(page);
    this.contents.mark(this.stage.spreads ? page - (page % 2) + 1 : page);
    if (all.length && (page > 1 || location.hash)) this.studio.at(this, String(page));
    this.save();
  }

  private save(): void {
    Object.assign(this.memory, { zoom: this.stage.zoom, overlays: [...this.overlays] });
    keep(this.memory);
  }

  private overlaysChanged(): void {
    this.stage.setOverlays(this.overlays);
    this.save();
  }

  private showSide(side: "pages" | "contents" | ""): void {
    this.memory.side = side;
    this.side.hidden = !side;
    this.thumbs.element.hidden = side !== "pages";
    this.contents.element.hidden = side !== "contents";
    for (const b of this.element.querySelectorAll<HTMLElement>("[data-side]")) b.setAttribute("aria-pressed", String(b.dataset.side === side));
    if (side === "pages") this.thumbs.mark(this.stage.page);
    if (side === "contents") this.contents.mark(this.stage.page);
    this.save();
  }

  /** Looks at the pages by another style or for another printer. */
  private take(look: Look): void {
    this.pages.take(Object.fromEntries(Object.entries(look).filter(([, v]) => v)) as Look);
    this.stale = true;
    void this.refresh().then(() => this.looks.refresh());
    this.refreshRemarks("now");
    void this.looks.refresh();
  }

  /** Shows what is written at a point of a page. */
  private async pick(p: Paper, x: number, y: number, line: number, focus = false): Promise<void> {
    try {
      const w = await get<Written | null>(path("/api/at", { ...this.pages.look, page: p.page, x: x.toFixed(2), y: y.toFixed(2) }));
      if (!w) return this.source.close();
      const said = (p.data?.marks ?? []).filter((m) => m.line === line).map(saying);
      this.shownRemarks = this.remarks.on(p.page).find((m) => m.line === line)?.ids ?? [];
      this.open(w, { said, comments: this.remarks.elements(this.shownRemarks) }, p.line(line), focus);
    } catch (e) {
      if (line >= 0) this.failed(e);
      else this.source.close();
    }
  }

  /** Shows what is said of a line, and what is written there. */
  private async mark(p: Paper, m: LineMark): Promise<void> {
    const l = p.data?.lines[m.line];
    if (!l) return;
    p.flash(m.line);
    await this.pick(p, l.x + 1, l.y + l.h * 0.6, m.line, document.activeElement?.classList.contains("mark"));
  }

  private open(w: Written, about: About, back: HTMLElement | undefined, focus: boolean): void {
    this.element.classList.add("reading");
    this.source.show(w, about, back, focus || document.activeElement === back);
  }
}

function saying(m: LineMark): string {
  return [m.message, m.help].filter(Boolean).join(". ");
}
