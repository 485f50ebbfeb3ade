// Changes of files, shown before they are made.
import { el } from "../dom";

/** A line of a difference: what it was, what it becomes, or what stays. */
interface Row {
  sign: " " | "-" | "+";
  text: string;
}

/** A piece of a difference, with the file that it is of. */
interface Hunk {
  file: string;
  line: number;
  rows: Row[];
}

/** Reads a difference in the unified format. */
function hunks(diff: string): Hunk[] {
  const out: Hunk[] = [];
  let file = "", left = 0;
  for (const line of diff.split("\n")) {
    const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/.exec(line);
    const last = out[out.length - 1];
    if (head) {
      out.push({ file, line: Number(head[3]), rows: [] });
      left = Number(head[2]) + Number(head[4]);
    } else if (left > 0 && last && /^[ +-]/.test(line)) {
      last.rows.push({ sign: line[0] as Row["sign"], text: line.slice(1) });
      left -= line[0] === " " ? 2 : 1;
    } else if (line.startsWith("+++ ")) {
      file = line.slice(4);
    }
  }
  return out;
}

/** Returns how many characters two texts share at their beginnings and at their ends: whole words, unless words alone come or go. */
function shared(a: string, b: string): [number, number] {
  const most = Math.min(a.length, b.length);
  let from = 0, to = 0;
  while (from < most && a[from] === b[from]) from++;
  while (to < most - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  if (from + to === most) return [from, to];
  const word = /[\p{L}\p{N}]/u;
  while (from > 0 && word.test(a[from - 1]!)) from--;
  while (to > 0 && word.test(a[a.length - to]!)) to--;
  return [from, to];
}

/** Returns a difference as it is read: each file, with what goes struck out and what comes marked. */
export function difference(diff: string): HTMLElement {
  const box = el("div", { class: "diff", role: "group", "aria-label": "The change" });
  let file = "";
  for (const h of hunks(diff)) {
    if (h.file !== file) box.append(el("p", { class: "diff-file" }, h.file));
    file = h.file;
    const text = el("div", { class: "diff-text", dir: "auto" });
    for (let i = 0; i < h.rows.length; i++) {
      const r = h.rows[i]!, next = h.rows[i + 1];
      if (r.sign === "-" && next?.sign === "+" && h.rows[i - 1]?.sign !== "-" && h.rows[i + 2]?.sign !== "+") {
        text.append(changedLine(r.text, next.text));
        i++;
      } else {
        text.append(r.sign === " " ? el("div", {}, r.text || "\u00a0") : el("div", {}, el(r.sign === "-" ? "del" : "ins", {}, r.text || "\u00a0")));
      }
    }
    box.append(text);
  }
  return box;
}

/** Returns one line that was changed: what both have, once. */
function changedLine(before: string, after: string): HTMLElement {
  const [from, to] = shared(before, after);
  const gone = before.slice(from, before.length - to), come = after.slice(from, after.length - to);
  return el("div", {}, after.slice(0, from), gone && el("del", {}, gone), come && el("ins", {}, come), after.slice(after.length - to));
}
