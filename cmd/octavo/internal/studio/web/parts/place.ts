// Places of the manuscript and of the pages, and how views lead there.
import type { Place } from "../api";
import { el } from "../dom";
import type { Studio } from "../view";

/** Where something is printed: page from 1, line from 0; see pageLine in printed.go. */
export interface OnPage {
  page: number;
  label: string;
  line: number;
  y: number;
}

/** Scrolls the pages to a place, and marks it there. */
export function showPlace(studio: Studio, place: Place): void {
  studio.go("pages", `at/${place.file}:${place.line}:${place.column}`);
}

/** Returns a file's name as an author calls it, with the line. */
export function named(place: Place): string {
  return place.file.replace(/^manuscript\//, "") + (place.line ? ", line " + place.line : "");
}

/** Returns the ways to a place: its page and the editor. */
export function ways(studio: Studio, place: Place, on: OnPage | undefined): HTMLElement[] {
  const out: HTMLElement[] = [];
  if (on) out.push(el("button", { type: "button", onclick: () => showPlace(studio, place) }, `Show on page ${on.label}`));
  out.push(el("button", { type: "button", onclick: () => studio.edit(place) }, "Open in editor"));
  return out;
}
