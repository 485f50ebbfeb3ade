// The source panel: what is written where one has clicked.
import { el, fill } from "../dom";
import type { Place } from "../api";
import { refill } from "../parts/words";
import { editorBox } from "./editor";

/** What stands above what is written: what is said of the line, and the comments of readers. */
export interface About {
  said: string[];
  comments: HTMLElement[];
}

/** What is written at a place; see sourceText in source.go. */
export interface Written extends Place {
  word: string;
  made?: boolean;
  alt?: string;
  old?: boolean;
  text: { n: number; before: string; word?: string; after?: string }[];
}

export class SourcePanel {
  readonly element: HTMLElement;
  private readonly body = el("div", { class: "body" });
  private readonly head = el("h2", { id: "source-head", tabindex: -1 });
  private readonly comments = el("ul", { class: "work rows", "aria-label": "Comments on this line" });
  private back: HTMLElement | undefined;

  constructor(private readonly edit: (place: Place) => void, private readonly closed: () => void) {
    const close = el("button", { type: "button", class: "close", "aria-label": "Close the source", onclick: () => this.close() }, "Close");
    this.element = el("aside", { class: "source", "aria-labelledby": "source-head", hidden: true, onkeydown: (e: KeyboardEvent) => {
      if (e.key === "Escape") this.close();
    } }, el("header", {}, this.head, close), this.body);
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** Shows what is written at a place. Back is where the focus goes when it is closed. */
  show(w: Written, about: About, back: HTMLElement | undefined, focus: boolean): void {
    this.back = back;
    const name = w.file.replace(/^manuscript\//, "");
    fill(this.head, name);
    const open = el("button", { type: "button", class: "open", onclick: () => this.edit(w) }, "Open in editor");
    this.showComments(about.comments);
    fill(this.body,
      el("p", { class: "where" }, `Line ${w.line}, column ${w.column}`),
      this.comments,
      ...about.said.map((s) => el("p", { class: "said" }, s)),
      w.made ? el("p", { class: "said" }, "These words were made for what is written here") : undefined,
      w.alt ? el("p", { class: "said" }, "A picture: " + w.alt) : undefined,
      w.old ? el("p", { class: "said" }, "The page was set from an earlier text") : undefined,
      textOf(w), el("div", { class: "acts" }, open, editorBox()));
    this.element.hidden = false;
    if (about.comments.length) this.element.scrollTop = 0;
    else this.body.querySelector("code mark")?.scrollIntoView({ block: "nearest" });
    if (focus) (about.comments.length ? this.head : open).focus();
  }

  /** Shows comments of readers in the place of those that were shown. */
  showComments(comments: HTMLElement[]): void {
    refill(this.comments, ...comments);
    this.comments.hidden = comments.length === 0;
  }

  close(): void {
    if (this.element.hidden) return;
    const inside = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.closed();
    if (inside) this.back?.focus({ preventScroll: true });
  }
}

/** Returns the paragraph, a line of the file a line. */
function textOf(w: Written): HTMLElement {
  const lines = w.text.map((l) => el("li", { value: l.n, class: l.n === w.line ? "here" : "" }, el("code", {}, l.before, l.word ? el("mark", {}, l.word) : undefined, l.after ?? "")));
  return el("ol", { class: "text", start: w.text[0]?.n ?? 1, dir: "auto" }, ...lines);
}
