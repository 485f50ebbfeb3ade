// How the editor looks: set like the pages, with Markdown's marks quiet.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const marks = HighlightStyle.define([
  { tag: tags.heading1, fontSize: "1.5em", lineHeight: "1.3" },
  { tag: tags.heading2, fontSize: "1.25em", lineHeight: "1.3" },
  { tag: tags.heading3, fontSize: "1.1em", fontStyle: "italic" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.link, textDecoration: "underline", textUnderlineOffset: ".18em", textDecorationColor: "var(--rule)" },
  { tag: tags.url, color: "var(--quiet)" },
  { tag: tags.monospace, fontFamily: "var(--mono)", fontSize: ".88em" },
  { tag: tags.quote, fontStyle: "italic" },
  { tag: [tags.processingInstruction, tags.meta, tags.labelName, tags.contentSeparator], color: "var(--quiet)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--field)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--text)", fontSize: "1.06rem", lineHeight: "1.55", padding: "0 1rem" },
  ".cm-content": { maxWidth: "44em", margin: "0 auto", padding: "2rem 0 40vh", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 .25rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { backgroundColor: "var(--selection)" },
  ".cm-block *": { color: "inherit !important", textDecoration: "none !important" },
  ".cm-block": { fontFamily: "var(--mono)", fontSize: ".84em", backgroundColor: "var(--ground)" },
  ".cm-tooltip": { backgroundColor: "var(--field)", color: "var(--ink)", border: "1px solid var(--rule)", fontFamily: "var(--text)", fontSize: ".95rem", maxWidth: "36rem" },
  ".cm-tooltip-autocomplete > ul > li": { padding: ".15rem .5rem !important", fontFamily: "var(--text)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--ink) !important", color: "var(--field) !important" },
  ".cm-completionDetail": { opacity: "1", fontStyle: "italic", marginLeft: ".75em" },
  ".cm-diagnostic": { padding: ".4rem .7rem", borderLeft: "3px solid var(--quiet)", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)", textUnderlineOffset: ".2em" },
  ".cm-lintRange-warning, .cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--quiet)", textUnderlineOffset: ".2em" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--bad)" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", borderColor: "var(--rule)" },
  ".cm-panel.cm-search": { padding: ".5rem 1rem" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": { font: "inherit", fontSize: ".95rem" },
  ".cm-panel .cm-textfield": { backgroundColor: "var(--field)", border: "1px solid var(--line)", borderRadius: "3px", padding: ".1rem .5rem" },
  ".cm-panel .cm-button": { background: "none", border: "1px solid var(--line)", borderRadius: "3px", padding: ".1rem .6rem", cursor: "pointer", textTransform: "none" },
  ".cm-searchMatch": { backgroundColor: "var(--selection)" },
  ".cm-changedLine": { backgroundColor: "var(--added)" },
  ".cm-changedText": { background: "none", textDecoration: "underline", textDecorationThickness: "2px" },
  ".cm-deletedChunk": { backgroundColor: "var(--removed)", color: "var(--ink)", padding: "0 .25rem" },
  ".cm-deletedChunk .cm-chunkButtons": { fontFamily: "var(--text)" },
  ".cm-chunkButtons button": { font: "inherit", fontSize: ".9rem", color: "var(--ink) !important", background: "var(--field) !important", border: "1px solid var(--line) !important", borderRadius: "2px", marginLeft: ".4rem", cursor: "pointer" },
});

const block = Decoration.line({ class: "cm-block", attributes: { dir: "ltr" } });

/** A line that runs as its first letter does; lines without one run as the book does. */
const prose = Decoration.line({ attributes: { dir: "auto" } });

const letter = /\p{L}/u;

/** Returns how lines look: those of front matter and of the blocks of entries, between lines of +++, and of --- at the head of the file,
 *  and those of prose. */
function blocks(view: EditorView): DecorationSet {
  const out = new RangeSetBuilder<Decoration>();
  const doc = view.state.doc;
  let fence = "";
  for (let n = 1; n <= doc.lines; n++) {
    const line = doc.line(n);
    const mark = line.text.trimEnd();
    if (fence) {
      out.add(line.from, line.from, block);
      if (mark === fence) fence = "";
    } else if (mark === "+++" || (mark === "---" && n === 1)) {
      fence = mark;
      out.add(line.from, line.from, block);
    } else if (letter.test(line.text)) out.add(line.from, line.from, prose);
  }
  return out.finish();
}

const tinted = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = blocks(view);
    }
    update(u: ViewUpdate): void {
      if (u.docChanged) this.decorations = blocks(u.view);
    }
  },
  { decorations: (p) => p.decorations },
);

/** The look of chapters. */
export const chapterLook: Extension = [theme, syntaxHighlighting(marks), tinted, EditorView.perLineTextDirection.of(true)];

/** The look of book.toml. */
export const plainLook: Extension = [EditorView.theme({ ".cm-scroller": { fontFamily: "var(--mono)", fontSize: ".95rem" } }), theme];
