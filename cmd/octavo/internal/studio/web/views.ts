import { pagesView } from "./pages/view";
import { problemsView } from "./problems/view";
import type { Studio, View } from "./view";

/** Returns all views in the order of their tabs. */
export function views(studio: Studio): View[] {
  return [pagesView(studio), problemsView(studio)];
}
