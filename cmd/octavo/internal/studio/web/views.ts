import { makeView } from "./make/view";
import { pagesView } from "./pages/view";
import { problemsView } from "./problems/view";
import type { Studio, View } from "./view";
import { writeView } from "./write/view";

/** Returns all views in the order of their tabs. */
export function views(studio: Studio): View[] {
  return [pagesView(studio), writeView(studio), problemsView(studio), makeView(studio)];
}
