import { beginView } from "./begin/view";
import { commentsView } from "./comments/view";
import { makeView } from "./make/view";
import { cardsView } from "./cards/view";
import { ebookView } from "./ebook/view";
import { entriesView } from "./entries/view";
import { pagesView } from "./pages/view";
import { problemsView } from "./problems/view";
import type { Studio, View } from "./view";
import { writeView } from "./write/view";

/** Returns all views in the order of their tabs. */
export function views(studio: Studio): View[] {
  return [pagesView(studio), writeView(studio), ebookView(studio), cardsView(studio), entriesView(studio), problemsView(studio), commentsView(studio), makeView(studio), beginView(studio)];
}
