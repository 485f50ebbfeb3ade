// What the view of pages remembers from visit to visit.
import type { OverlayName } from "./overlays";
import type { Arrangement } from "./spreads";
import type { Zoom } from "./stage";

export interface Memory {
  zoom: Zoom;
  arrangement: Arrangement;
  overlays: OverlayName[];
  side: "pages" | "contents" | "";
  follow: boolean;
  marks: boolean;
}

const narrow = matchMedia("(max-width: 700px)").matches;

/** A phone and a desk remember by themselves. */
const place = narrow ? "octavo.pages.narrow" : "octavo.pages";

/** Returns what is remembered. On a narrow screen single pages under one another come first, else spreads. */
export function recall(): Memory {
  const usual: Memory = { zoom: narrow ? "width" : "page", arrangement: narrow ? "scroll" : "spread", overlays: [], side: "", follow: true, marks: true };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place) ?? "{}") as Partial<Memory>) };
  } catch {
    return usual;
  }
}

export function remember(m: Memory): void {
  try {
    localStorage.setItem(place, JSON.stringify(m));
  } catch {
    // a browser that keeps nothing
  }
}
