// What the view of pages remembers from visit to visit.
import { recall, remember } from "../frame/store";
import type { OverlayName } from "./overlays";
import type { Arrangement } from "./spreads";
import type { Zoom } from "./stage";

interface Memory {
  zoom: Zoom;
  arrangement: Arrangement;
  overlays: OverlayName[];
  side: "pages" | "contents" | "";
  follow: boolean;
  marks: boolean;
}

const narrow = matchMedia("(max-width: 700px)").matches;

/** A phone and a desk remember by themselves. */
const place = narrow ? "pages.narrow" : "pages";

/** Returns what is remembered. On a narrow screen single pages under one another come first, else spreads. */
export function restore(): Memory {
  const usual: Memory = { zoom: narrow ? "width" : "page", arrangement: narrow ? "scroll" : "spread", overlays: [], side: "", follow: true, marks: true };
  return { ...usual, ...recall<Partial<Memory>>(place, {}) };
}

/** Keeps how pages are looked at for the next time. */
export function keep(m: Memory): void {
  remember(place, JSON.stringify(m));
}
