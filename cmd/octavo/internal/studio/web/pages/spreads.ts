// Which pages stand beside each other.
import type { Layout } from "./book";

/** How pages are laid out: spreads or single pages, one at a time or all under one another. */
export type Arrangement = "spread" | "page" | "scroll";

/** Pages that stand beside each other, from left to right; 0 is none. */
export type Row = number[];

/** Returns the rows of a book. In spreads the first page stands alone where a reader opens the book: at the right, or, in a book that
 *  is read from the right to the left, at the left. */
export function rowsOf(layout: Layout, spreads: boolean): Row[] {
  const n = layout.pages.length;
  if (!spreads || !layout.facing) return Array.from({ length: n }, (_, i) => [i + 1]);
  const out: Row[] = [];
  for (let first = 0; first <= n; first += 2) {
    const row = [first, first + 1 <= n ? first + 1 : 0];
    if (row[0] === 0 && row[1] === 0) continue;
    out.push(layout.rightToLeft ? row.reverse() : row);
  }
  return out;
}

/** Returns the row that a page is in. */
export function rowOf(page: number, spreads: boolean): number {
  return spreads ? Math.floor(page / 2) : page - 1;
}

/** Returns at which side of a page its spine is. */
export function spineOf(page: number, layout: Layout): "left" | "right" | "none" {
  if (!layout.facing) return "none";
  return (page % 2 === 1) !== !!layout.rightToLeft ? "left" : "right";
}
