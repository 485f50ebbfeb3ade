// The view of what readers have sent back.
import { get, path, send, type Summary } from "../api";
import { count, el, fill } from "../dom";
import type { Studio, View } from "../view";
import { undoButton } from "../parts/change";
import { onDrop } from "../parts/drop";
import { button, choice, Kept, reason, refill, sentence } from "../parts/words";
import { commentElement, offerChange } from "./comment";
import type { Comment, CommentList, Receipt } from "./types";

type Filter = "open" | "done" | "all";

/** Returns the view of comments. Files that are dropped anywhere on the page come here. */
export function commentsView(studio: Studio): View {
  const title = el("h2", { class: "work-title" }, "Comments");
  const tools = el("div", { class: "tools" });
  const receipts = el("div", { class: "receipts", role: "status" });
  const offers = el("div", { class: "fixes" });
  const list = el("div", { class: "groups" });
  const element = el("section", { class: "work comments", "aria-label": "Comments" }, title, tools, receipts, offers, list);
  const rows = new Kept<Comment>((c) => commentElement(studio, c));
  const undo = undoButton(studio);
  const input = el("input", { type: "file", multiple: true, id: "comment-file", class: "file-input", onchange: () => take([...input.files ?? []]) });
  const pick = el("label", { class: "file-button", for: "comment-file" }, "Choose a file …");
  let filter: Filter = "open", reader = "", visible = false, stale = true;
  let last: CommentList = { state: 0, comments: [], readers: [], accept: [] };
  const all = button("", () => void offerChange(studio, { ids: mine(last.accept) }, offers));

  const mine = (ids: string[]): string[] => ids.filter((id) => !reader || last.comments.find((c) => c.id === id)?.reader === reader);

  const refresh = async (): Promise<void> => {
    if (!visible) { stale = true; return; }
    stale = false;
    try {
      last = await get<CommentList>("/api/comments");
      draw();
    } catch (e) {
      refill(list, el("p", { class: "bad" }, reason(e)));
    }
    undo.refresh();
  };

  const draw = (): void => {
    const open = last.comments.filter((c) => c.outcome === "open").length;
    title.textContent = last.comments.length === 0 ? "Comments" : `${count(last.comments.length, "comment")}, ${open === 0 ? "none open" : open + " open"}`;
    const n = mine(last.accept).length;
    all.hidden = n < 2;
    all.textContent = `Accept ${n} changes …`;
    const readers = choice("By", [["", "everybody"], ...last.readers.map((r) => [r, r] as const)], reader, (v) => { reader = v; draw(); });
    refill(tools, choice("Show", [["open", "open"], ["done", "answered"], ["all", "all"]] as const, filter, (v) => { filter = v; draw(); }),
      ...(last.readers.length > 1 ? [readers] : []), el("span", { class: "space" }), all, undo.element, pick, input);
    const shown = last.comments.filter((c) => (!reader || c.reader === reader) && (filter === "all" || (filter === "open") === (c.outcome === "open")));
    const out: HTMLElement[] = [];
    if (last.comments.length === 0) {
      out.push(el("p", {}, "Drop what readers send back anywhere on this page: a PDF with notes, a Word file with comments or changes, an e-reader's highlights, a table."),
        el("p", { class: "quiet" }, "Each comment is put beside its line, also where the text has changed since. Review copies for readers are made in Make."));
    } else if (shown.length === 0) {
      out.push(el("p", { class: "quiet" }, filter === "open" ? "Nothing is open. Show all to see what became of the comments." : "There is none."));
    }
    const chapters = new Map<string, Comment[]>();
    for (const c of shown) {
      const chapter = c.file ? c.chapter || c.file : "Without a place";
      chapters.set(chapter, [...chapters.get(chapter) ?? [], c]);
    }
    for (const [chapter, comments] of chapters) {
      out.push(el("section", { class: "group" }, el("h3", { dir: "auto" }, chapter), el("ul", { class: "rows" }, ...comments.map((c) => rows.of(c.id, c)))));
    }
    rows.settle();
    refill(list, ...out);
  };

  const take = (files: File[]): void => {
    studio.go("comments");
    fill(receipts, el("p", { class: "quiet" }, "Reading …"));
    void (async () => {
      const said: HTMLElement[] = [];
      for (const f of files) {
        try {
          said.push(...receipt(await send<Receipt>(path("/api/comments", { name: f.name }), f)));
        } catch (e) {
          said.push(el("p", { class: "bad" }, `${f.name}: ${reason(e)}`));
        }
      }
      input.value = "";
      fill(receipts, ...said, button("Hide", () => fill(receipts), { class: "link" }));
      await refresh();
    })();
  };

  onDrop({ label: () => (studio.book().title ? "Drop what a reader has sent back" : undefined), take: (files) => take(files.map((f) => f.file)) });
  addEventListener("octavo-comments", () => void refresh());

  return {
    name: "comments",
    title: "Comments",
    element,
    show(rest: string) {
      const first = !visible;
      visible = true;
      const ready = first || stale ? refresh() : Promise.resolve();
      if (rest) void ready.then(() => document.getElementById("comment-" + rest)?.scrollIntoView({ block: "center" }));
    },
    hide() {
      visible = false;
    },
    update(_: Summary) {
      void refresh();
    },
  };
}

/** Returns what is said of a file that was read. */
function receipt(r: Receipt): HTMLElement[] {
  let what = `${r.name}: ${count(r.remarks, "comment")}`;
  if (r.foreign) what = `${r.name} ${r.foreign}`;
  else if (r.remarks === 0) what = `${r.name}: no comments are in it`;
  else if (r.again) what += "; the same file came before, and nothing is counted twice";
  else if (r.new < r.remarks) what += `, ${r.new === 0 ? "none" : r.new} of them new`;
  return [el("p", { class: r.foreign || r.remarks === 0 ? "bad" : "" }, what),
    ...r.lost.map((l) => el("p", { class: "bad" }, "Comments may be missing: " + l)), ...r.notes.map((n) => el("p", { class: "quiet" }, sentence(n)))];
}
