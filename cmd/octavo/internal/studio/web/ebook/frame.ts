// A section of the e-book in a frame in which nothing can run.
import type { Place } from "../api";
import { el } from "../dom";
import { devices, type Device, type Reading } from "./device";

/** What an author does in the section. */
interface Doings {
  /** A link to a place in the e-book was followed. */
  follow(file: string, fragment: string): void;
  /** Text was clicked; page is the printed page on which it begins, if that is known. */
  point(at: Place, page: string): void;
  /** A key was pressed that the frame has no use for. */
  key(e: KeyboardEvent): void;
  /** Another page of the section is seen. */
  turned(): void;
}

/** Where a section is read: the text that is seen first, and how far it is from the top. */
interface Spot {
  text: string;
  order: number; // among the elements with that text
  offset: number;
}

/** How long a page takes to load at most, in milliseconds, before it is shown as it is. */
const patience = 4000;

export class Frame {
  readonly element = el("div", { class: "screen" });
  private frame: HTMLIFrameElement | undefined;
  private address = "";
  private loading = 0;
  private reading: Reading | undefined;

  constructor(private readonly doings: Doings) {}

  private get page(): Document | undefined {
    return this.frame?.contentDocument ?? undefined;
  }

  device(): Device {
    return devices.find((d) => d.name === this.reading?.device) ?? devices[0]!;
  }

  /**
   * Shows a section. The one that is shown stays until the other is ready, so that nothing flashes; stay keeps the place in the text.
   */
  async load(address: string, title: string, goTo: string | "stay" | "end"): Promise<void> {
    const turn = ++this.loading;
    const next = el("iframe", { sandbox: "allow-same-origin", title, class: "waiting" });
    const ready = new Promise<void>((resolve) => {
      next.addEventListener("load", () => resolve(), { once: true });
      setTimeout(resolve, patience);
    });
    next.src = address;
    this.element.append(next);
    await ready;
    await fontsOf(next);
    if (turn !== this.loading) {
      next.remove();
      return;
    }
    const spot = goTo === "stay" ? this.spot() : undefined;
    const held = document.activeElement === this.frame;
    const before = this.frame;
    this.frame = next;
    this.address = address;
    this.dress();
    this.listen();
    if (spot) this.goToSpot(spot);
    else if (goTo === "end") this.turnTo(this.pages() - 1);
    else if (goTo && goTo !== "stay") this.goTo(goTo);
    next.classList.remove("waiting");
    before?.remove();
    if (held) next.focus({ preventScroll: true });
    this.doings.turned();
  }

  /** Looks at the section in another way. The place in the text stays. */
  look(r: Reading): void {
    const spot = this.spot();
    this.reading = r;
    this.dress();
    if (spot) this.goToSpot(spot);
    if (this.frame) this.doings.turned();
  }

  /** Goes to a place of the section. */
  goTo(fragment: string): void {
    const target = this.page?.getElementById(fragment);
    if (target) this.reveal(target);
    this.doings.turned();
  }

  /** Goes forward or back by a page of the screen. It reports whether there was one. */
  turn(by: 1 | -1): boolean {
    const now = this.at(), to = now + by;
    if (to < 0 || to >= this.pages()) return false;
    this.turnTo(to);
    this.doings.turned();
    return true;
  }

  /** Returns how many pages of the screen the section has. */
  pages(): number {
    const root = this.page?.documentElement;
    if (!root) return 1;
    return this.paged() ? Math.max(1, Math.round(root.scrollWidth / this.device().width) - 1) // without the empty page; see reader.css
      : Math.max(1, Math.ceil(root.scrollHeight / this.device().height - 0.02));
  }

  /** Returns which of them is seen, from 0. */
  at(): number {
    const w = this.frame?.contentWindow;
    if (!w) return 0;
    return this.paged() ? Math.round(Math.abs(w.scrollX) / this.device().width) : Math.round(w.scrollY / this.device().height);
  }

  private paged(): boolean {
    return this.reading?.flow === "pages";
  }

  private turnTo(n: number): void {
    const d = this.device(), w = this.frame?.contentWindow;
    if (this.paged()) w?.scrollTo({ left: n * d.width * (this.leftward() ? -1 : 1), behavior: "instant" });
    else w?.scrollTo({ top: n * d.height, behavior: "instant" });
  }

  private leftward(): boolean {
    return this.page?.documentElement.dir === "rtl";
  }

  /** Sets what a reading system sets: colours, the size of type, pages. */
  private dress(): void {
    const r = this.reading, d = this.device(), root = this.page?.documentElement;
    if (!r) return;
    this.element.style.width = d.width + "px";
    this.element.style.height = d.height + "px";
    this.element.dataset.device = d.name;
    this.element.dataset.scheme = r.scheme;
    if (!root) return;
    root.dataset.scheme = r.scheme;
    root.dataset.flow = r.flow;
    root.toggleAttribute("data-breaks", r.breaks);
    root.style.fontSize = d.type * r.size + "px";
  }

  private listen(): void {
    const page = this.page;
    if (!page) return;
    page.addEventListener("click", (e) => this.click(e));
    page.addEventListener("auxclick", (e) => e.preventDefault());
    page.addEventListener("keydown", (e) => this.doings.key(e));
    page.addEventListener("scroll", () => this.doings.turned(), { passive: true });
  }

  private click(e: MouseEvent): void {
    const target = e.target as Element | null;
    const link = target?.closest?.("a[href]");
    if (link) {
      e.preventDefault();
      const to = new URL(link.getAttribute("href")!, new URL(this.address, location.href));
      const file = to.origin === location.origin ? /^\/ebook\/\d+\/(.*)$/.exec(to.pathname)?.[1] : undefined;
      if (file) this.doings.follow(file, decodeURIComponent(to.hash.slice(1)));
      return;
    }
    const at = placeOf(target?.closest?.("[data-at]"));
    if (at) {
      for (const old of this.page!.querySelectorAll(".octavo-here")) old.classList.remove("octavo-here");
      target!.closest("[data-at]")!.classList.add("octavo-here");
      this.doings.point(at, this.printedPage(target!));
    }
  }

  /** Returns the folio of the last printed page that begins before an element. */
  private printedPage(e: Element): string {
    let last = "";
    for (const b of this.page!.querySelectorAll(".pagebreak")) {
      if (b.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) last = b.getAttribute("aria-label") ?? "";
    }
    return last;
  }

  /** Returns the text that is seen first. */
  private spot(): Spot | undefined {
    const page = this.page, d = this.device();
    if (!page || this.at() === 0 && !this.frame?.contentWindow?.scrollY) return undefined;
    const seen = new Map<string, number>();
    for (const e of page.querySelectorAll("[data-at]")) {
      const text = e.textContent ?? "", order = seen.get(text) ?? 0;
      seen.set(text, order + 1);
      const box = e.getBoundingClientRect();
      if (this.paged() ? box.right > 0 && box.left < d.width : box.bottom > 0) return { text, order, offset: box.top };
    }
    return undefined;
  }

  private goToSpot(s: Spot): void {
    let left = s.order;
    for (const e of this.page?.querySelectorAll("[data-at]") ?? []) {
      if (e.textContent === s.text && left-- === 0) {
        this.reveal(e, s.offset);
        return;
      }
    }
  }

  /** Shows an element: its page, or at a distance from the top. */
  private reveal(e: Element, offset = 0): void {
    const w = this.frame?.contentWindow, box = e.getBoundingClientRect(), d = this.device();
    if (!w) return;
    if (this.paged()) {
      const x = this.leftward() ? d.width - box.right + Math.abs(w.scrollX) : box.left + w.scrollX;
      this.turnTo(Math.max(0, Math.floor((x + 1) / d.width)));
    } else w.scrollTo({ top: box.top + w.scrollY - offset, behavior: "instant" });
  }
}

/** Returns where an element is written: "file:line:column". */
function placeOf(e: Element | null | undefined): Place | undefined {
  const m = /^(.*):(\d+):(\d+)$/.exec(e?.getAttribute("data-at") ?? "");
  return m ? { file: m[1]!, line: Number(m[2]), column: Number(m[3]) } : undefined;
}

/** Waits until the fonts of a frame are there, so that its pages do not move. */
async function fontsOf(frame: HTMLIFrameElement): Promise<void> {
  const fonts = frame.contentDocument?.fonts;
  if (fonts) await Promise.race([fonts.ready, new Promise((resolve) => setTimeout(resolve, patience))]);
}
