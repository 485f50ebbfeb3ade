import { ask, get, path, type Place, type Summary } from "../api";
import { el, fill } from "../dom";
import { forPage } from "../frame/keys";
import { named, type OnPage } from "../parts/place";
import { complain } from "../parts/words";
import type { Studio, View } from "../view";
import { devices, keep, restore, sizes, type DeviceName, type Reading } from "./device";
import { Frame } from "./frame";

interface Section {
  file: string;
  title: string;
  source?: string;
}

interface Line {
  title: string;
  href: string;
  lines?: Line[];
}

/** The e-book as the studio tells it; see ebook.go. */
interface Ebook {
  state: number;
  old?: boolean;
  fault?: string;
  leftward?: boolean;
  sections: Section[];
  contents: Line[];
}

/** The view of the e-book: its chapters, on screens of several sizes. */
class EbookView implements View {
  readonly name = "ebook";
  readonly title = "E-book";
  readonly keys = [{ keys: "← →", does: "Turn the e-book’s page" }];
  readonly element: HTMLElement;

  private book: Ebook | undefined;
  private file = "";
  private wanted = ""; // the section and the place in it that the address names, until it is opened
  private shown = false;
  private stale = true;
  private asked = 0;
  private text = ""; // of the section that is shown
  private reading: Reading = restore();

  private readonly frame: Frame;
  private readonly contents = el("nav", { class: "contents", "aria-label": "Contents of the e-book" });
  private readonly stage = el("div", { class: "stage" });
  private readonly holder = el("div", { class: "holder" });
  private readonly where = el("p", { class: "where", role: "status" });
  private readonly message = el("p", { class: "message" });
  private readonly source = el("p", { class: "source", role: "status" });
  private readonly before = el("button", { type: "button", onclick: () => this.turn(-1) }, "Back");
  private readonly after = el("button", { type: "button", onclick: () => this.turn(1) }, "Forward");
  private readonly controls: HTMLElement;

  constructor(private readonly studio: Studio) {
    this.frame = new Frame({ follow: (file, fragment) => void this.open(file, fragment), point: (at) => void this.point(at), key: (e) => this.key(e), turned: () => this.tell() });
    this.controls = this.makeControls();
    this.holder.append(this.frame.element);
    this.stage.append(this.holder, el("div", { class: "pager" }, this.before, this.where, this.after), this.source);
    this.element = el("section", { class: "ebook-view", "aria-label": "E-book" }, this.controls, this.message,
      el("div", { class: "book" }, el("details", { class: "side", open: innerWidth > 900 }, el("summary", {}, "Contents"), this.contents), this.stage));
    this.frame.look(this.reading);
    new ResizeObserver(() => this.fit()).observe(this.stage);
    addEventListener("keydown", (e) => {
      if (this.shown && forPage(e) && !(e.target as Element | null)?.closest?.("summary, .contents")) this.key(e);
    });
  }

  private makeControls(): HTMLElement {
    const set = (change: Partial<Reading>): void => {
      this.reading = { ...this.reading, ...change };
      keep(this.reading);
      this.frame.look(this.reading);
      this.mark();
      this.fit();
    };
    const button = (group: string, value: string, label: string, change: Partial<Reading>): HTMLElement =>
      el("button", { type: "button", "data-group": group, "data-value": value, onclick: () => set(change) }, label);
    const group = (name: string, ...buttons: HTMLElement[]): HTMLElement => el("div", { class: "group", role: "group", "aria-label": name }, ...buttons);
    const step = (by: number): void => {
      const at = Math.max(0, Math.min(sizes.length - 1, sizes.indexOf(this.reading.size) + by));
      set({ size: sizes[at]! });
    };
    return el("div", { class: "bar" },
      group("Screen", ...devices.map((d) => button("device", d.name, d.title, { device: d.name as DeviceName }))),
      group("Colours", button("scheme", "light", "Light", { scheme: "light" }), button("scheme", "dark", "Dark", { scheme: "dark" })),
      group("Reading", button("flow", "pages", "Pages", { flow: "pages" }), button("flow", "scroll", "Scroll", { flow: "scroll" })),
      group("Size of type", el("button", { type: "button", onclick: () => step(-1) }, "Smaller type"),
        el("button", { type: "button", onclick: () => step(1) }, "Larger type")),
      el("label", { class: "breaks" }, el("input", { type: "checkbox", checked: this.reading.breaks, onchange: (e: Event) => set({ breaks: (e.target as HTMLInputElement).checked }) }), " Pages of the printed book"));
  }

  private mark(): void {
    for (const b of this.controls.querySelectorAll<HTMLElement>("[data-group]")) {
      b.setAttribute("aria-pressed", String(this.reading[b.dataset.group as keyof Reading] === b.dataset.value));
    }
  }

  show(rest: string): void {
    this.shown = true;
    this.mark();
    this.fit();
    this.wanted = rest;
    const [file, fragment] = split(rest);
    if (this.stale) void this.load();
    else if (file && (file !== this.file || fragment)) void this.open(file, fragment, "quiet");
  }

  hide(): void {
    this.shown = false;
  }

  update(book: Summary): void {
    if (this.book?.state === book.state && !this.stale) return;
    this.stale = true;
    if (this.shown) void this.load();
  }

  /** Asks for the e-book as it is now. The section that is read stays, and the place in it. */
  private async load(): Promise<void> {
    const turn = ++this.asked;
    this.stale = false;
    if (!this.book) fill(this.message, "Making the e-book …");
    try {
      const book = await get<Ebook>("/api/ebook");
      if (turn !== this.asked) return;
      this.book = book;
      this.list();
      const none = book.sections.length === 0;
      fill(this.message, book.fault ? el("span", { class: "bad" }, "The e-book cannot be made: " + book.fault + ".")
        : none ? "The e-book comes as soon as the errors are mended; see Problems."
          : book.old && el("span", { class: "bad" }, "This is the e-book from before the error; see Problems."));
      this.element.classList.toggle("empty", none);
      if (none) return;
      const [wanted, fragment] = split(this.wanted);
      const file = [wanted, this.file].find((f) => f && book.sections.some((s) => s.file === f)) ?? book.sections[0]!.file;
      if (file === this.file) await this.fetchSection("stay");
      else await this.open(file, fragment, "quiet");
    } catch (e) {
      if (turn === this.asked) complain(this.studio, e);
    }
  }

  private async open(file: string, fragment = "", tell: "quiet" | "tell" = "tell"): Promise<void> {
    if (!this.book?.sections.some((s) => s.file === file)) return;
    const same = file === this.file;
    this.file = file;
    this.wanted = "";
    if (tell === "tell") this.studio.at(this, file);
    fill(this.source);
    if (same && this.text) this.frame.goTo(fragment);
    else await this.fetchSection(fragment);
    this.current();
  }

  /** Shows the section of this.file, unless it is the one that is shown and nothing has changed in it. */
  private async fetchSection(goTo: string): Promise<void> {
    const book = this.book!, address = `/ebook/${book.state}/${this.file}`;
    const section = book.sections.find((s) => s.file === this.file)!;
    const answer = await ask(address);
    const text = await answer.text();
    if (!answer.ok) return; // a newer state is on its way
    if (goTo === "stay" && text === this.text) return;
    this.text = text;
    await this.frame.load(address, section.title, goTo);
    this.current();
  }

  private list(): void {
    const inContents = new Set<string>();
    const lines = (all: Line[], as = ""): HTMLElement => el("ol", { class: as }, ...all.map((l) => {
      const [file, fragment] = split(l.href);
      inContents.add(file);
      const under = l.lines ?? [];
      const within = under.every((u) => split(u.href)[0] === file);
      return el("li", {}, el("a", { href: "#ebook/" + l.href, "data-file": file, "data-fragment": fragment, onclick: (e: Event) => {
        e.preventDefault();
        void this.open(file, fragment);
      } }, l.title), under.length > 0 && lines(under, within ? "within" : ""));
    }));
    const contents = lines(this.book!.contents);
    const before = this.book!.sections.filter((s) => !inContents.has(s.file)).map((s) => ({ title: s.title, href: s.file }));
    this.contents.dir = this.book!.leftward ? "rtl" : "";
    fill(this.contents, before.length > 0 && lines(before), contents);
    this.current();
  }

  /** Marks the section that is shown in the contents. */
  private current(): void {
    for (const a of this.contents.querySelectorAll<HTMLAnchorElement>("a")) {
      if (a.dataset.file === this.file && !a.dataset.fragment) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
      a.parentElement!.classList.toggle("current", a.dataset.file === this.file);
    }
    this.tell();
  }

  private tell(): void {
    const section = this.book?.sections.find((s) => s.file === this.file);
    if (section) fill(this.where, el("bdi", {}, section.title), `, ${this.frame.at() + 1} of ${this.frame.pages()}`);
  }

  /** Goes forward or back by a page of the screen, into the next or the last section at the end. */
  private turn(by: 1 | -1): void {
    if (!this.book || this.frame.turn(by)) return;
    const at = this.book.sections.findIndex((s) => s.file === this.file), next = this.book.sections[at + by];
    if (!next) return;
    this.file = next.file;
    this.studio.at(this, next.file);
    fill(this.source);
    void this.fetchSection(by < 0 ? "end" : "");
  }

  private key(e: KeyboardEvent): void {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const forward = this.book?.leftward ? "ArrowLeft" : "ArrowRight", back = this.book?.leftward ? "ArrowRight" : "ArrowLeft";
    const by = ({ [forward]: 1, [back]: -1, PageDown: 1, PageUp: -1 } as Record<string, 1 | -1>)[e.key];
    if (by) {
      e.preventDefault();
      this.turn(by);
    }
  }

  /** Says where a text is written and printed. */
  private async point(at: Place): Promise<void> {
    const printed = el("span");
    fill(this.source, named(at) + " ", el("button", { type: "button", onclick: () => this.studio.edit(at) }, "Open in editor"), " ", printed);
    const on = await get<OnPage | null>(path("/api/where", { file: at.file, line: at.line }));
    if (on) printed.append(el("a", { href: `#pages/at/${at.file}:${at.line}` }, "Page " + on.label));
  }

  /** Makes the screen as large as there is room for, at most its real size. */
  private fit(): void {
    const d = this.frame.device(), room = this.stage.clientWidth;
    if (room === 0) return;
    const high = narrow.matches ? d.height : Math.max(320, this.stage.clientHeight - 84); // a narrow window scrolls
    const scale = Math.min(1, (room - 4) / d.width, high / d.height);
    this.holder.style.width = Math.ceil(d.width * scale) + "px";
    this.holder.style.height = Math.ceil(d.height * scale) + "px";
    this.frame.element.style.transform = `scale(${scale})`;
  }
}

const narrow = matchMedia("(max-width: 44rem)");

/** Returns a file and the place in it. */
function split(href: string): [string, string] {
  const at = href.indexOf("#");
  return at < 0 ? [href, ""] : [href.slice(0, at), decodeURIComponent(href.slice(at + 1))];
}

/** Returns the view of the e-book. */
export function ebookView(studio: Studio): View {
  return new EbookView(studio);
}
