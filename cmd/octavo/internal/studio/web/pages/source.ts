// The source panel: what is written where one has clicked.
import { el, fill } from "../dom";
import type { Place } from "../api";
import { editorBox } from "./editor";

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

  /** Shows what is written at a place. Above it stands what is said of the line; back is where the focus goes when it is closed. */
  show(w: Written, said: string[], back: HTMLElement | undefined, focus: boolean): void {
    this.back = back;
    const name = w.file.replace(/^manuscript\//, "");
    fill(this.head, name);
    const open = el("button", { type: "button", class: "open", onclick: () => this.edit(w) }, "Open in editor");
    fill(this.body,
      el("p", { class: "where" }, `Line ${w.line}, column ${w.column}`),
      ...said.map((s) => el("p", { class: "said" }, s)),
      w.made ? el("p", { class: "said" }, "These words were made for what is written here") : undefined,
      w.alt ? el("p", { class: "said" }, "A picture: " + w.alt) : undefined,
      w.old ? el("p", { class: "said" }, "The page was set from an earlier text") : undefined,
      textOf(w), el("div", { class: "acts" }, open, editorBox()));
    this.element.hidden = false;
    this.body.querySelector("mark")?.scrollIntoView({ block: "nearest" });
    if (focus) open.focus();
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
