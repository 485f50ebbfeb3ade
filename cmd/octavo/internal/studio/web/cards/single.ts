// One card, large, with its entry.
import { el, fill } from "../dom";
import { named } from "../parts/place";
import type { Studio } from "../view";
import { paint, type Card, type CardProblem, type Choice, type Deck, type FaceLoader } from "./deck";
import { points } from "./grid";

/** How wide each face is drawn, in CSS pixels; narrow windows show it smaller. */
const faceWidth = 420;

export class Single {
  readonly element = el("article", { class: "single", "aria-label": "Card" });
  private readonly front = el("canvas", { class: "face", role: "img" });
  private readonly back = el("canvas", { class: "face", role: "img" });
  private readonly about = el("div", { class: "about" });
  private readonly way = el("nav", { class: "way", "aria-label": "Cards" });
  private shown = 0;

  constructor(private readonly studio: Studio, private readonly faces: FaceLoader) {
    this.element.append(this.way, el("div", { class: "faces" }, this.front, this.back), this.about);
  }

  /** Shows the card at a place in the deck; the others that can be gone to are given by their places. */
  async show(deck: Deck, index: number, others: number[]): Promise<void> {
    const card = deck.cards[index]!;
    const at = others.indexOf(index);
    this.element.style.setProperty("--ratio", `${deck.width} / ${deck.height}`);
    this.element.style.setProperty("--corner", `${(deck.corner / deck.width) * 100}% / ${(deck.corner / deck.height) * 100}%`);
    this.front.setAttribute("aria-label", "Front: " + card.title);
    this.back.setAttribute("aria-label", "Back: " + (card.back || "common design"));
    const step = (n: number, label: string): HTMLElement => {
      const to = deck.cards[others[at + n] ?? -1];
      return to && at >= 0 ? el("a", { href: "#cards/" + encodeURIComponent(to.id), rel: n < 0 ? "prev" : "next" }, label) : el("span", {});
    };
    fill(this.way, el("a", { href: "#cards" }, "All cards"), step(-1, "Previous"), step(1, "Next"));
    fill(this.about, ...this.facts(deck, card));
    const turn = ++this.shown;
    const f = await this.faces.want(index);
    if (!f || turn !== this.shown) return;
    await paint(this.front, f.front, faceWidth);
    await paint(this.back, f.back, faceWidth);
  }

  private facts(deck: Deck, card: Card): HTMLElement[] {
    const out: HTMLElement[] = [el("h2", {}, card.title)];
    const namesOf = (ids: string[] | undefined, all: Choice[]): string => (ids ?? []).map((id) => all.find((c) => c.id === id)?.name ?? id).join(", ");
    const rows: [string, Node | string | undefined][] = [
      ["Kind", deck.kinds.find((k) => k.id === card.kind)?.name],
      ["Themes", namesOf(card.themes, deck.themes)],
      ["Audience", namesOf(card.audience, deck.audiences)],
      ["Type", card.size ? points(card.size) : ""],
      ["In the book", card.page ? el("a", { href: "#pages/" + card.page }, "Page " + card.folio) : ""],
      ["Written at", card.at && named(card.at)],
    ];
    out.push(el("dl", {}, ...rows.flatMap(([name, value]) => (value ? [el("dt", {}, name), el("dd", {}, value)] : []))));
    const at = card.at;
    if (at) out.push(el("button", { type: "button", class: "open", onclick: () => this.studio.edit(at) }, "Open in editor"));
    if (card.problems?.length) out.push(problems(this.studio, card.problems));
    return out;
  }
}

/** Returns what is wrong with cards, each at its place. */
export function problems(studio: Studio, all: CardProblem[]): HTMLElement {
  return el("ul", { class: "troubles" }, ...all.map((p) => el("li", { class: p.error ? "bad" : "" },
    el("p", {}, p.message + "."),
    ...(p.help ?? []).map((h) => el("p", { class: "help" }, h + ".")),
    p.at && el("button", { type: "button", class: "place", onclick: () => studio.edit(p.at!) }, `${p.at.file}:${p.at.line}`))));
}
