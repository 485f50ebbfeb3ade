import type { Summary } from "../api";
import { count, el, fill } from "../dom";
import { forPage } from "../frame/keys";
import { complain } from "../parts/words";
import type { Studio, View } from "../view";
import { FaceLoader, fetchDeck, type Deck } from "./deck";
import { noEntries } from "./example";
import { FilterBar, meets } from "./filter";
import { Grid, type Sides } from "./grid";
import { Sheets } from "./sheets";
import { Single, problems } from "./single";
import { Trying } from "./trying";

const sheetsPath = "sheets";

/** Returns how wide cards are at first, in CSS pixels: two stand side by side on a phone. */
const cardWidth = (): number => (innerWidth < 640 ? 165 : 190);

/** The view of the cards: all of them, one of them large, or the sheets that are printed. */
class CardsView implements View {
  readonly name = "cards";
  readonly title = "Cards";
  readonly keys = [{ keys: "Enter", does: "Flip a card" }, { keys: "← →", does: "Go to the card before or after" }, { keys: "Escape", does: "Show all cards" }];
  readonly element: HTMLElement;

  private deck: Deck | undefined;
  private shown = false;
  private rest = "";
  private asked = 0;
  private stale = true;

  private readonly trying = new Trying(() => this.reload());
  private readonly faces = new FaceLoader(() => this.trying.look);
  private readonly grid = new Grid(this.faces);
  private readonly sheets = new Sheets(() => this.trying.look);
  private readonly single: Single;
  private readonly filter = new FilterBar("cards", () => this.place());
  private readonly sides = el("select", { "aria-label": "Sides", onchange: () => this.grid.turn(this.sides.value as Sides) },
    el("option", { value: "fronts" }, "Fronts"), el("option", { value: "backs" }, "Backs"), el("option", { value: "both" }, "Both sides"));
  private readonly size = el("input", { type: "range", min: 100, max: 380, value: cardWidth(), step: 5, "aria-label": "Size of cards", oninput: () => this.grid.resize(Number(this.size.value)) });
  private readonly summary = el("p", { class: "summary", role: "status" });
  private readonly ways = el("nav", { class: "ways", "aria-label": "Cards or sheets" }, el("a", { href: "#cards" }, "Cards"), el("a", { href: "#cards/" + sheetsPath }, "Sheets"));
  private readonly bar: HTMLElement;
  private readonly troubles = el("div", {});
  private readonly body = el("div", { class: "body" });

  constructor(private readonly studio: Studio) {
    this.single = new Single(studio, this.faces);
    this.bar = el("div", { class: "bar" }, this.filter.element, el("div", { class: "looks" }, this.sides, this.size));
    this.element = el("section", { class: "cards-view", "aria-label": "Cards" },
      el("div", { class: "top" }, this.ways, this.summary), this.trying.element, this.bar, this.troubles, this.body);
    this.grid.turn("fronts");
    this.grid.resize(cardWidth());
    addEventListener("keydown", (e) => this.key(e));
  }

  show(rest: string): void {
    this.shown = true;
    this.rest = rest;
    if (this.stale) void this.load();
    else this.place();
  }

  hide(): void {
    this.shown = false;
  }

  update(book: Summary): void {
    if (this.deck?.state === book.state && !this.stale) return;
    this.stale = true;
    if (this.shown) void this.load();
  }

  private reload(): void {
    this.stale = true;
    void this.load();
  }

  private async load(): Promise<void> {
    const turn = ++this.asked;
    this.stale = false;
    if (!this.deck) fill(this.summary, "Setting the cards …");
    try {
      const deck = await fetchDeck(this.trying.look);
      if (turn !== this.asked) return;
      this.deck = deck;
      this.filter.offer(deck);
      this.trying.offer(deck);
      if (this.shown) this.place();
    } catch (e) {
      if (turn === this.asked) complain(this.studio, e);
    }
  }

  /** Returns the places of the cards that the filter shows. */
  private chosen(deck: Deck): number[] {
    const all = Object.values(this.filter.asked).every((v) => v === "");
    return deck.cards.flatMap((c, i) => (all || (c.entry &&
      meets({ words: `${c.title} ${c.back} ${c.id}`, themes: c.themes ?? [], kind: c.kind ?? "", audience: c.audience ?? [] }, this.filter.asked)) ? [i] : []));
  }

  /** Puts what the address names into the view. */
  private place(): void {
    const deck = this.deck;
    if (!deck) return;
    const entries = deck.cards.length > 0;
    this.trying.element.hidden = !entries;
    this.ways.hidden = !entries;
    fill(this.troubles, (deck.problems.length > 0 || deck.fault) && this.wrong(deck));
    const index = deck.cards.findIndex((c) => c.id === this.rest);
    const asSheets = this.rest === sheetsPath;
    this.bar.hidden = !entries || asSheets || index >= 0;
    for (const a of this.ways.querySelectorAll("a")) {
      if (a.hash === (asSheets ? "#cards/" + sheetsPath : "#cards")) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    const chosen = this.chosen(deck);
    this.tell(deck, chosen.length);
    if (!entries) this.put(deck.fault || deck.old ? el("p", {}, "The cards come back as soon as the errors are mended.") : noEntries(deck.without > 0 ? "No entry of this book has a card" : "No cards yet"));
    else if (asSheets) {
      this.put(deck.sheets.length > 0 ? this.sheets.element : el("p", {}, "The cards cannot be laid out on this paper."));
      this.sheets.show(deck);
    } else if (index >= 0) {
      this.put(this.single.element);
      void this.single.show(deck, index, chosen.includes(index) ? chosen : deck.cards.map((_, i) => i));
    } else {
      this.put(this.grid.element);
      this.grid.show(deck, chosen);
    }
  }

  private put(e: HTMLElement): void {
    if (this.body.firstChild !== e) fill(this.body, e);
  }

  private wrong(deck: Deck): HTMLElement {
    return el("div", { class: "wrong" }, deck.fault && el("p", { class: "bad" }, "The cards cannot be set: " + deck.fault + "."), problems(this.studio, deck.problems));
  }

  private tell(deck: Deck, shown: number): void {
    const all = deck.cards.length;
    if (all === 0) {
      fill(this.summary);
      return;
    }
    const sheets = new Set(deck.sheets.filter((s) => s.number > 0).map((s) => s.number)).size;
    const own = deck.cards.filter((c) => !c.entry).length;
    const cards = shown < all ? `${shown.toLocaleString("en")} of ${count(all - own, "card")}` : count(all - own, "card") + (own > 0 ? ` and ${own} for title and themes` : "");
    const parts = [cards, deck.size, sheets > 0 && `on ${count(sheets, "sheet")}`].filter(Boolean).join(", ");
    const without = deck.without > 0 ? `; ${count(deck.without, "entry has", "entries have")} no card` : "";
    fill(this.summary, parts + without, deck.old && el("span", { class: "bad" }, " These cards are from before the error; see Problems."));
  }

  /** Goes from card to card by the arrows, and back by Escape. */
  private key(e: KeyboardEvent): void {
    if (!this.shown || !this.single.element.isConnected || !forPage(e)) return;
    const link = { ArrowLeft: "prev", ArrowRight: "next" }[e.key];
    const to = link && this.single.element.querySelector<HTMLAnchorElement>(`a[rel=${link}]`);
    if (to) location.hash = to.hash;
    else if (e.key === "Escape") location.hash = "#cards";
  }
}

/** Returns the view of the cards. */
export function cardsView(studio: Studio): View {
  return new CardsView(studio);
}
