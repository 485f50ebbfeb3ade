// The editor: CodeMirror, with what an author of prose needs of it.
import { autocompletion, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { lintKeymap } from "@codemirror/lint";
import { unifiedMergeView } from "@codemirror/merge";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, keymap } from "@codemirror/view";
import { el } from "../dom";
import { chapterLook, plainLook } from "./look";

/** Returns the button at a difference that keeps what the author wrote, or takes what the other text has. */
function chunkButton(type: "accept" | "reject", act: (e: MouseEvent) => void): HTMLElement {
  return el("button", { type: "button", onmousedown: act }, type === "accept" ? "Keep this" : "Take the other");
}

/** What the search says, as the rest of the page would. */
const phrases = EditorState.phrases.of({
  next: "Next", previous: "Previous", all: "Select all", "match case": "Match case", regexp: "As a pattern", "by word": "Whole words", replace: "Replace", "replace all": "Replace all", close: "Close",
});

/** What happens in an editor. */
export interface Listener {
  changed(text: string): void;
  moved(): void;
  save(): void;
  picture(file: Blob & { name: string }): void;
}

/** An editor of one file at a time. It stands in a tree of its own, since the page's policy allows no styles but its files'. */
export class Editor {
  readonly element = document.createElement("div");
  readonly view: EditorView;
  private readonly comparing = new Compartment();
  private silent = false;

  constructor(private readonly listener: Listener, private readonly complete: CompletionSource) {
    this.element.className = "editor";
    const root = this.element.attachShadow({ mode: "open" });
    this.view = new EditorView({ root, parent: root });
  }

  /** Shows a text. Undoing does not lead back to the one before. */
  open(file: string, text: string, language: string, direction: "ltr" | "rtl"): void {
    const chapter = file !== "book.toml";
    this.silent = true;
    this.view.setState(EditorState.create({ doc: text, extensions: this.extensions(file, chapter, language, chapter ? direction : "ltr") }));
    this.silent = false;
  }

  private extensions(file: string, chapter: boolean, language: string, direction: string): Extension {
    return [
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      search({ top: true }),
      phrases,
      highlightSelectionMatches(),
      autocompletion({ override: [this.complete], icons: false }),
      chapter ? [markdown({ base: markdownLanguage }), chapterLook] : plainLook,
      EditorView.contentAttributes.of({ "aria-label": file, spellcheck: chapter ? "true" : "false", autocorrect: "off", lang: language, dir: direction }),
      keymap.of([
        { key: "Mod-s", run: () => (this.listener.save(), true), preventDefault: true },
        ...(chapter ? markdownKeymap : []),
        ...completionKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...lintKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((u) => {
        if (this.silent) return;
        if (u.docChanged) this.listener.changed(u.state.doc.toString());
        if (u.docChanged || u.selectionSet) this.listener.moved();
      }),
      EditorView.domEventHandlers({
        paste: (e) => this.take(e, e.clipboardData),
        drop: (e) => this.take(e, e.dataTransfer),
      }),
      this.comparing.of([]),
    ];
  }

  /** Takes a picture out of what is pasted or dropped. */
  private take(e: Event, data: DataTransfer | null): boolean {
    const file = [...(data?.files ?? [])].find((f) => f.type.startsWith("image/"));
    if (!file) return false;
    e.preventDefault();
    this.listener.picture(file);
    return true;
  }

  /** Replaces the text by another, as little of it as differs, so that the cursor stays at its words. */
  follow(text: string): void {
    const before = this.view.state.doc.toString();
    let from = 0;
    const least = Math.min(before.length, text.length);
    while (from < least && before[from] === text[from]) from++;
    let end = 0;
    while (end < least - from && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
    this.silent = true;
    this.view.dispatch({ changes: { from, to: before.length - end, insert: text.slice(from, text.length - end) } });
    this.silent = false;
  }

  /** Shows the differences from another text, each with buttons to take or to leave it; undefined ends that. */
  compare(other: string | undefined): void {
    this.view.dispatch({ effects: this.comparing.reconfigure(other === undefined ? [] : unifiedMergeView({ original: other, mergeControls: chunkButton })) });
  }

  /** Writes something at the cursor. */
  insert(text: string): void {
    this.view.dispatch(this.view.state.replaceSelection(text));
    this.view.focus();
  }

  /** The line and the column, in characters, of the cursor, from 1. */
  cursor(): { line: number; column: number } {
    const head = this.view.state.selection.main.head;
    const line = this.view.state.doc.lineAt(head);
    return { line: line.number, column: [...line.text.slice(0, head - line.from)].length + 1 };
  }

  /** Puts the cursor at a place and shows it. */
  goTo(lineNumber: number, column: number): void {
    const doc = this.view.state.doc;
    const line = doc.line(Math.max(1, Math.min(lineNumber, doc.lines)));
    const at = Math.min(line.from + [...line.text].slice(0, column - 1).join("").length, line.to);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.view.focus();
  }
}
