import { get, post, send, path, type Summary } from "../api";
import { count, el, fill } from "../dom";
import type { Key } from "../frame/keys";
import { complain } from "../parts/words";
import type { Studio, View } from "../view";
import { ask } from "./ask";
import { Beside } from "./beside";
import { openBuffer, type Buffer, type OpenedFile, type Outcome } from "./buffer";
import { completions } from "./complete";
import { Editor } from "./editor";
import { underline } from "./problems";

/** A file that can be edited; see chapterEntry in write.go. */
interface Chapter {
  file: string;
  title: string;
  part?: string;
  words: number;
  unlisted?: boolean;
}

interface Chapters {
  book: string;
  language: string;
  chapters: Chapter[];
}

/** What stands for a part in the list of those who are not in the book. */
const notInTheBook = "Not in the book";

/** Returns the view in which chapters are written. */
export function writeView(studio: Studio): View {
  return new Write(studio);
}

class Write implements View {
  readonly name = "write";
  readonly title = "Write";
  readonly keys: Key[] = [
    { keys: "Ctrl S", does: "Save the chapter" },
    { keys: "Ctrl F", does: "Find and replace" },
    { keys: "Ctrl Space", does: "Complete an id, a theme or a key" },
    { keys: "F8", does: "Go to the next problem" },
    { keys: "Esc Tab", does: "Leave the text" },
  ];
  private readonly list = el("ul", { class: "files" });
  private readonly heading = el("h2", { id: "written" });
  private readonly saveButton = el("button", { type: "button", onclick: () => void this.save() }, "Save");
  private readonly turnButton = el("button", { type: "button", class: "turn", "aria-pressed": "false", onclick: () => this.turn() }, "Page");
  private readonly state = el("span", { class: "state", role: "status" });
  private readonly banner = el("div", { class: "banner", role: "alert", hidden: true });
  private readonly editor: Editor;
  private readonly beside: Beside;
  readonly element: HTMLElement;
  private buffer: Buffer | undefined;
  private opening: { file: string } | undefined; // the file that is on its way
  private language = "en";
  private id = "";
  private shown = false;
  private wanted: string | undefined; // what is shown as soon as the book has been read
  private listed = 0;
  private following = 0;

  constructor(private readonly studio: Studio) {
    this.editor = new Editor(
      {
        changed: (text) => this.changed(text),
        moved: () => this.follow(80),
        save: () => void this.save(),
        picture: (file) => void this.addPicture(file),
      },
      (c) => (this.buffer ? completions(c, this.buffer.file) : null),
    );
    this.beside = new Beside((file, line, column) => void this.open(file, line, column));
    const bar = el("div", { class: "bar" }, this.heading, this.state, this.turnButton, this.saveButton);
    const files = el("nav", { class: "chapters", "aria-label": "Chapters" }, this.list, el("button", { type: "button", class: "new", onclick: () => void this.newChapter() }, "New chapter"));
    this.element = el("section", { class: "write", "aria-label": "Write" }, files, el("div", { class: "sheet" }, bar, this.banner, this.editor.element), this.beside.element);
    addEventListener("beforeunload", (e) => {
      if (this.buffer?.dirty) e.preventDefault();
    });
  }

  show(rest: string): void {
    this.shown = true;
    this.wanted = this.studio.book().state ? undefined : rest;
    if (this.wanted !== undefined) {
      fill(this.heading, "Reading the book …"); // its language and direction are those of the text
      return;
    }
    const [file, line, column] = split(rest);
    void this.refresh().then(() => {
      if (file || !this.buffer) return this.open(file || this.first(), line, column);
      return undefined;
    });
  }

  hide(): void {
    this.shown = false;
  }

  update(_: Summary): void {
    if (!this.shown) return;
    if (this.wanted !== undefined) this.show(this.wanted);
    else void this.refresh().then(() => (this.buffer || this.opening || !this.first() ? undefined : this.open(this.first())));
  }

  /** Shows the page in the place of the text, where there is no room for both, and the text again. */
  private turn(): void {
    const turned = this.element.classList.toggle("turned");
    this.turnButton.setAttribute("aria-pressed", String(turned));
    void this.follow(0);
  }

  /** Brings the list, the file and its problems up to date. */
  private async refresh(): Promise<void> {
    if (this.listed !== this.studio.book().state) {
      this.listed = this.studio.book().state;
      const answer = await get<Chapters>("/api/chapters");
      this.language = answer.language;
      this.id = answer.book;
      this.fillList(answer.chapters);
    }
    const buffer = this.buffer;
    if (!buffer) return;
    await Promise.all([this.take(buffer), this.mark(), this.follow(0)]);
  }

  private fillList(chapters: Chapter[]): void {
    let part: string | undefined = "";
    const rows: HTMLElement[] = [];
    for (const c of chapters) {
      const under = c.unlisted ? notInTheBook : c.part ?? "";
      if (under !== part && under) rows.push(el("li", { class: "part" }, under));
      part = under;
      const link = el("a", { href: "#write/" + c.file, "data-file": c.file }, c.title);
      rows.push(el("li", {}, link, c.words ? el("span", { class: "words", title: count(c.words, "word") }, c.words.toLocaleString("en")) : null));
    }
    fill(this.list, ...rows);
    this.current();
  }

  private first(): string {
    return this.list.querySelector("a")?.dataset.file ?? "";
  }

  private current(): void {
    for (const a of this.list.querySelectorAll("a")) {
      if (a.dataset.file === this.buffer?.file) a.setAttribute("aria-current", "page");
      else a.removeAttribute("aria-current");
    }
  }

  /** Opens a file at a place. What is not saved of another is saved before. */
  private async open(file: string, line = 0, column = 1): Promise<void> {
    if (!file) {
      fill(this.heading, "There is no chapter yet");
      return;
    }
    this.opening = undefined;
    if (file !== this.buffer?.file && !(await this.change(file))) return;
    if (line) this.editor.goTo(line, column);
    await Promise.all([this.mark(), this.follow(0)]);
  }

  /** Changes to another file, and reports whether it is there: it may be refused, or a third one asked for meanwhile. */
  private async change(file: string): Promise<boolean> {
    const mine = (this.opening = { file });
    try {
      if (this.buffer?.dirty && !(await this.leave())) return false;
      const opened = await openBuffer(file, this.id);
      if (this.opening === mine) this.present(opened);
      else opened.buffer.close();
      return this.opening === mine;
    } catch (e) {
      complain(this.studio, e);
      return false;
    } finally {
      if (this.opening === mine) this.opening = undefined;
    }
  }

  /** Shows a file that has been opened in the place of the one before. */
  private present({ buffer, change, recovered }: OpenedFile): void {
    this.buffer?.close();
    this.buffer = buffer;
    this.editor.open(buffer.file, buffer.current, this.language, this.studio.book().dir ?? "ltr");
    fill(this.heading, buffer.file.replace(/^manuscript\//, ""));
    this.hideBanner();
    if (recovered) this.offerRecovered(buffer);
    else if (change) this.showBanner(change);
    this.current();
    this.say();
  }

  /** Saves before another file is opened; false where that failed. */
  private async leave(): Promise<boolean> {
    await this.save();
    return !this.buffer?.dirty;
  }

  private changed(text: string): void {
    this.buffer?.write(text);
    this.say();
  }

  private say(saved = ""): void {
    const dirty = this.buffer?.dirty ?? false;
    this.saveButton.disabled = !dirty;
    fill(this.state, dirty ? "Not saved" : saved);
  }

  private async save(): Promise<void> {
    const buffer = this.buffer;
    if (!buffer?.dirty) return;
    try {
      this.settle(buffer, await buffer.save());
    } catch (e) {
      complain(this.studio, e);
    }
  }

  private settle(buffer: Buffer, outcome: Outcome): void {
    switch (outcome.kind) {
      case "saved":
        this.hideBanner();
        this.editor.compare(undefined);
        this.say("Saved");
        return;
      case "gone":
        this.showBanner(`${buffer.file} was deleted elsewhere. What you wrote is still here.`, ["Write it anew", () => this.overwrite(buffer, "", "")]);
        return;
      case "changed":
        this.offer(buffer, outcome.text, outcome.version);
    }
  }

  /** Offers what can be done with a file that was changed both here and elsewhere. */
  private offer(buffer: Buffer, theirs: string, version: string): void {
    this.showBanner(
      `${buffer.file} was changed by another program while you wrote. Nothing was written over it.`,
      ["Show the differences", () => this.editor.compare(theirs)],
      ["Keep mine", () => this.overwrite(buffer, theirs, version)],
      ["Take theirs", () => {
        this.editor.compare(undefined);
        buffer.settle(theirs, version);
        this.editor.follow(theirs);
        this.changed(theirs);
        this.hideBanner();
        this.say("As it is on disk");
      }],
    );
  }

  /** Saves over what is on disk, which the author has been told of. */
  private overwrite(buffer: Buffer, theirs: string, version: string): void {
    buffer.settle(theirs, version);
    void this.save();
  }

  private offerRecovered(buffer: Buffer): void {
    this.showBanner("This has changes that were not saved when the page was closed.", ["Keep them", () => this.hideBanner()], ["Show the differences", () => this.editor.compare(buffer.onDisk)], ["Drop them", () => {
      this.editor.compare(undefined);
      this.editor.follow(buffer.onDisk);
      this.changed(buffer.onDisk);
      this.hideBanner();
    }]);
  }

  /** Takes what has become of the file elsewhere. */
  private async take(buffer: Buffer): Promise<void> {
    const now = await buffer.look();
    if (!now || buffer !== this.buffer) return;
    if (now === "gone") {
      this.settle(buffer, { kind: "gone" });
    } else if (!buffer.dirty) {
      buffer.settle(now.text, now.version);
      this.editor.follow(now.text);
      buffer.write(now.text);
      this.say("Changed elsewhere");
    } else {
      this.offer(buffer, now.text, now.version);
    }
  }

  private async mark(): Promise<void> {
    if (this.buffer) await underline(this.editor.view, this.buffer.file);
  }

  /** Shows the page of the cursor, after a pause in milliseconds. */
  private async follow(after: number): Promise<void> {
    clearTimeout(this.following);
    const buffer = this.buffer;
    if (!buffer || !this.shown) return;
    const show = (): Promise<void> => {
      const { line, column } = this.editor.cursor();
      return this.beside.show(buffer.file, line, column);
    };
    if (after) this.following = window.setTimeout(() => void show(), after);
    else await show();
  }

  private showBanner(text: string, ...buttons: [string, () => void][]): void {
    fill(this.banner, el("p", {}, text), ...buttons.map(([name, act]) => el("button", { type: "button", onclick: act }, name)));
    this.banner.hidden = false;
  }

  private hideBanner(): void {
    this.banner.hidden = true;
  }

  private async newChapter(): Promise<void> {
    const title = await ask("A new chapter", "Title", "Begin it");
    if (!title) return;
    try {
      const made = await post<{ file: string }>("/api/chapter", { title, after: this.buffer?.file ?? "" });
      await this.refresh();
      this.studio.go("write", made.file + ":3:1"); // below its title
    } catch (e) {
      complain(this.studio, e);
    }
  }

  private async addPicture(picture: Blob & { name: string }): Promise<void> {
    const alt = await ask("A picture", "What it shows, for readers who cannot see it", "Put it here");
    if (alt === undefined || !this.buffer) return;
    try {
      const made = await send<{ name: string }>(path("/api/picture-file", { chapter: this.buffer.file, name: picture.name }), picture);
      this.editor.insert(`![${alt.replace(/[\[\]]/g, "")}](${made.name})`);
    } catch (e) {
      complain(this.studio, e);
    }
  }
}

/** Returns file, line and column of "manuscript/01.md:12:3". */
function split(rest: string): [file: string, line: number, column: number] {
  const [file = "", line = "0", column = "1"] = rest.split(":");
  return [file, Number.parseInt(line, 10) || 0, Number.parseInt(column, 10) || 1];
}
