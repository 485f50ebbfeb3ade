// What is wrong with the file that is edited, underlined at its places.
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import { get, path } from "../api";

/** A diagnostic at its place; see markAnswer in write.go. */
interface Mark {
  from: number;
  to: number;
  severity: string;
  code: string;
  message: string;
  help?: string[];
}

/** Underlines what the studio has found in a file. What is found of another text than the editor's is left out: there is more to come. */
export async function underline(view: EditorView, file: string): Promise<Mark[]> {
  const before = view.state.doc;
  const marks = await get<Mark[]>(path("/api/marks", { file }));
  if (view.state.doc === before) view.dispatch(setDiagnostics(view.state, marks.map((m) => diagnostic(m, before.length))));
  return marks;
}

function diagnostic(m: Mark, length: number): Diagnostic {
  const from = Math.min(m.from, length);
  return {
    from,
    to: Math.max(from, Math.min(m.to, length)),
    severity: m.severity === "error" ? "error" : m.severity === "warning" ? "warning" : "info",
    message: [m.message, ...(m.help ?? [])].join("\n"),
    source: m.code,
  };
}
