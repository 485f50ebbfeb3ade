// What readers have said, at its lines: which lines have comments, and the comments of a line.
import { get, path, type Look } from "../api";
import { commentElement } from "../comments/comment";
import type { Comment, CommentList } from "../comments/types";
import type { Studio } from "../view";
import { Kept } from "../parts/words";
import type { LineMark } from "./book";

/** How long after an edit comments are asked for, in milliseconds: they can wait until the author pauses. */
const pause = 700;

export class Remarks {
  private all: Comment[] = [];
  private marks = new Map<number, LineMark[]>();
  private readonly kept: Kept<Comment>;
  private waiting = 0;
  private asked = 0;

  /** Changed is called when there are other comments than before. */
  constructor(studio: Studio, private readonly look: () => Look, private readonly changed: () => void) {
    this.kept = new Kept<Comment>((c) => commentElement(studio, c, "page"));
  }

  /** Asks for the comments as soon as nothing has called this for a moment. */
  later(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.ask(), pause);
  }

  /** Asks for the comments. */
  async ask(): Promise<void> {
    clearTimeout(this.waiting);
    const turn = ++this.asked;
    const list = await get<CommentList>(path("/api/comments", { ...this.look() })).catch(() => undefined); // the view of comments says why
    if (!list || turn !== this.asked) return;
    this.all = list.comments;
    this.marks = marksOf(this.all);
    this.changed();
  }

  /** Returns the marks of a page, one for a line however many comments it has. */
  on(page: number): LineMark[] {
    return this.marks.get(page) ?? [];
  }

  /** Returns the elements of comments. Those that are the same as before are the same elements, with what is open in them. */
  elements(ids: string[]): HTMLElement[] {
    const out = ids.flatMap((id) => this.all.filter((c) => c.id === id).map((c) => this.kept.of(id, c)));
    this.kept.settle();
    return out;
  }
}

/** Returns the marks of the comments that are open, by pages. */
function marksOf(all: Comment[]): Map<number, LineMark[]> {
  const out = new Map<number, LineMark[]>();
  for (const c of all) {
    if (c.outcome !== "open" || !c.on) continue;
    const marks = out.get(c.on.page) ?? [], there = marks.find((m) => m.line === c.on!.line);
    const message = `${c.reader}: ${c.comment || c.asks}`;
    if (there) {
      there.message += "\n" + message;
      there.ids!.push(c.id);
    } else marks.push({ line: c.on.line, kind: "comment", message, ids: [c.id] });
    out.set(c.on.page, marks);
  }
  return out;
}
