// Completion: ids, themes, keys and pictures of the book, which the studio knows.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Text } from "@codemirror/state";
import { post } from "../api";
import { el } from "../dom";

interface At {
  line: number;
  character: number;
}

/** See Completion in package lsp. */
interface Offer {
  label: string;
  detail?: string;
  help?: string;
  filter?: string;
  insert: string;
  range: { start: At; end: At };
}

/** Letters after which completions are offered unasked, besides those of a word that has been begun. */
const opening = /[\w#"'[({:=/.@-]$/u;

/** Returns what can be written at the cursor of a file; null where nothing can, or where nobody asks. */
export async function completions(c: CompletionContext, file: string): Promise<CompletionResult | null> {
  const doc = c.state.doc;
  const line = doc.lineAt(c.pos);
  if (!c.explicit && !opening.test(doc.sliceString(line.from, c.pos))) return null;
  const offers = await post<Offer[]>("/api/complete", { file, text: doc.toString(), at: { line: line.number - 1, character: c.pos - line.from } });
  if (c.aborted || offers.length === 0) return null;
  const from = Math.min(...offers.map((o) => offset(doc, o.range.start)));
  return { from: Math.min(from, c.pos), options: offers.map((o, i) => option(doc, o, offers.length - i)) };
}

function option(doc: Text, o: Offer, rank: number): Completion {
  const from = offset(doc, o.range.start), to = offset(doc, o.range.end);
  const out: Completion = {
    label: o.filter ?? o.label,
    displayLabel: o.label,
    boost: Math.min(99, rank), // in the studio's order
    apply: (view, _, __, cursor) => view.dispatch({ changes: { from, to: Math.max(to, cursor), insert: o.insert }, selection: { anchor: from + o.insert.length } }),
  };
  if (o.detail) out.detail = o.detail;
  if (o.help) out.info = () => el("p", {}, o.help!.replace(/[*`\\]/g, ""));
  return out;
}

function offset(doc: Text, at: At): number {
  const line = doc.line(Math.min(at.line + 1, doc.lines));
  return Math.min(line.from + at.character, line.to);
}
