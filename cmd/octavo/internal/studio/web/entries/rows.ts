// The entries of a book as the studio tells them (see entries.go), how they are sorted, and what stands in the columns.
import type { Place } from "../api";
import type { Choice, Groups } from "../cards/deck";

export interface Entry {
  id: string;
  maxim: string;
  number?: number;
  kind: string;
  themes: string[];
  audience: string[];
  words: number;
  gloss: number;
  chapter: string;
  page?: number;
  folio?: string;
  at: Place | null;
  draft?: boolean;
  tk?: boolean;
  noCard?: boolean;
  errors?: number;
  warnings?: number;
  /** How many comments of readers are open, and the first of them. */
  comments?: number;
  comment?: string;
}

/** Two entries whose maxims are nearly alike. */
interface Pair {
  first: Entry;
  second: Entry;
  share: number;
}

/** The pairs of a book, the most alike first; more are not told. */
export interface Alike {
  state: number;
  pairs: Pair[];
  more: number;
}

export interface Entries extends Groups {
  state: number;
  entries: Entry[];
}

/** An entry with what the deck knows of it. */
export interface Row {
  entry: Entry;
  place: number; // in the book
  size: number; // of type on its card; 0: unknown or none
  overset: boolean; // its text does not fit on its card
}

export type ColumnName = "maxim" | "kind" | "themes" | "audience" | "words" | "gloss" | "card" | "page" | "comments" | "status" | "at";

export interface Column {
  name: ColumnName;
  title: string;
  width: number; // in rem; 0: what is left
  number?: boolean;
  /** Returns what rows are sorted by. */
  key(r: Row, names: Names): string | number;
}

/** Returns the names of ids. */
export class Names {
  private readonly all: Map<string, string>[];

  constructor(g: Groups) {
    this.all = [g.themes, g.kinds, g.audiences].map((list) => new Map(list.map((c: Choice) => [c.id, c.name])));
  }

  themes(e: Entry): string {
    return e.themes.map((id) => this.all[0]!.get(id) ?? id).join(", ");
  }

  kind(e: Entry): string {
    return this.all[1]!.get(e.kind) ?? e.kind;
  }

  audience(e: Entry): string {
    return e.audience.map((id) => this.all[2]!.get(id) ?? id).join(", ");
  }
}

export const columns: Column[] = [
  { name: "maxim", title: "Maxim", width: 0, key: (r) => r.entry.maxim },
  { name: "kind", title: "Kind", width: 7, key: (r, n) => n.kind(r.entry) },
  { name: "themes", title: "Themes", width: 9, key: (r, n) => n.themes(r.entry) },
  { name: "audience", title: "Audience", width: 9, key: (r, n) => n.audience(r.entry) },
  { name: "words", title: "Words", width: 4.6, number: true, key: (r) => r.entry.words },
  { name: "gloss", title: "Gloss", width: 4.6, number: true, key: (r) => r.entry.gloss },
  { name: "card", title: "Card", width: 6.5, number: true, key: (r) => (r.entry.noCard ? -1 : r.size) },
  { name: "page", title: "Page", width: 4.2, number: true, key: (r) => r.entry.page ?? 0 },
  { name: "comments", title: "Comments", width: 6, number: true, key: (r) => r.entry.comments ?? 0 },
  { name: "status", title: "Status", width: 9, key: (r) => status(r).map((s) => s.text).join(", ") },
  { name: "at", title: "Written at", width: 12, key: (r) => (r.entry.at ? `${r.entry.at.file}:${String(r.entry.at.line).padStart(7, "0")}` : "") },
];

/** Something to know about an entry. */
export interface Mark {
  text: string;
  bad?: boolean;
}

export function status(r: Row): Mark[] {
  const e = r.entry, out: Mark[] = [];
  if (e.draft) out.push({ text: "Unfinished" });
  if (e.tk) out.push({ text: "TK", bad: true });
  if (e.errors) out.push({ text: e.errors === 1 ? "1 error" : `${e.errors} errors`, bad: true });
  if (e.warnings) out.push({ text: e.warnings === 1 ? "1 warning" : `${e.warnings} warnings` });
  if (r.overset) out.push({ text: "Card too full", bad: true });
  else if (e.noCard && !e.draft) out.push({ text: "No card" });
  return out;
}

/** What rows are filtered by beside words and groups. */
export type State = "" | "comments" | "draft" | "tk" | "problems" | "noCard" | "overset" | "pageless" | "glossless";

export const states: { id: State; name: string; has(r: Row): boolean }[] = [
  { id: "", name: "Any status", has: () => true },
  { id: "draft", name: "Unfinished", has: (r) => !!r.entry.draft },
  { id: "tk", name: "With TK", has: (r) => !!r.entry.tk },
  { id: "problems", name: "With problems", has: (r) => !!(r.entry.errors || r.entry.warnings || r.overset) },
  { id: "comments", name: "With open comments", has: (r) => !!r.entry.comments },
  { id: "glossless", name: "Without gloss", has: (r) => r.entry.gloss === 0 },
  { id: "noCard", name: "Without card", has: (r) => !!r.entry.noCard },
  { id: "overset", name: "Card too full", has: (r) => r.overset },
  { id: "pageless", name: "On no page", has: (r) => !r.entry.page },
];

/** How rows are sorted; no column: as the book has them. */
export interface Sorting {
  column?: ColumnName;
  down: boolean;
}

/** Returns rows in another order. Those that are equal stay as the book has them. */
export function sorted(rows: Row[], by: Sorting, names: Names): Row[] {
  const column = columns.find((c) => c.name === by.column);
  if (!column) return rows;
  const keyed = rows.map((r) => ({ r, key: column.key(r, names) }));
  const order = new Intl.Collator(undefined, { numeric: true, ignorePunctuation: true });
  const sign = by.down ? -1 : 1;
  keyed.sort((a, b) => {
    const c = typeof a.key === "number" ? a.key - (b.key as number) : order.compare(a.key, b.key as string);
    return sign * c || a.r.place - b.r.place;
  });
  return keyed.map((k) => k.r);
}
