import type { Place, Summary } from "./api";
import type { Key } from "./frame/keys";

/** One view of the book: pages, cards, problems … It is made once and stays in the document, hidden while another is shown. */
export interface View {
  /** In the address after #, and the order of the tabs; see views.ts. */
  readonly name: string;
  readonly title: string;
  readonly element: HTMLElement;
  /** The view's own keys, for the help. A view listens to keys itself, and asks forPage of frame/keys.ts whether one is meant for it. */
  readonly keys?: Key[];
  /** The view is shown. What follows its name in the address is given: "#pages/12" gives "12". */
  show(rest: string): void;
  /** The view is hidden. */
  hide(): void;
  /** The book has changed. A hidden view should wait until it is shown. */
  update(book: Summary): void;
}

/** What views may ask of the page that they stand in. */
export interface Studio {
  /** The last state that was told. */
  book(): Summary;
  /** Goes to a view: go("pages", "12"). */
  go(view: string, rest?: string): void;
  /** Writes into the address where a view is now, as what its show is given. Does nothing if another view is shown, or is about to be. */
  at(view: View, rest: string): void;
  /** Says something for a moment, also to a screen reader. */
  say(message: string, kind?: "note" | "error"): void;
  /** Opens a place in the author's editor, or in the view Write. */
  edit(place: Place): void;
}
