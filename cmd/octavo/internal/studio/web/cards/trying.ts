// Selects that try another style, size, design or paper without writing it into book.toml.
import { el, fill } from "../dom";
import { asInBook, type Choice, type Deck, type Look } from "./deck";

const fields: { key: keyof Look; label: string }[] = [
  { key: "style", label: "Style" }, { key: "design", label: "Design" }, { key: "card", label: "Size" }, { key: "sheet", label: "Paper" },
];

export class Trying {
  look: Look = { ...asInBook };
  readonly element: HTMLElement;
  private readonly selects = new Map<keyof Look, HTMLSelectElement>();
  private readonly note = el("p", { role: "status" });

  constructor(private readonly changed: () => void) {
    const labels = fields.map(({ key, label }) => {
      const select = el("select", { onchange: () => this.take(key) });
      this.selects.set(key, select);
      return el("label", {}, label, " ", select);
    });
    this.element = el("details", { class: "trying" }, el("summary", {}, "Try another style, size or paper"), el("div", { class: "try" }, ...labels), this.note);
  }

  /** Offers what a deck can be tried with. */
  offer(deck: Deck): void {
    const choices: Record<keyof Look, Choice[]> = { style: deck.styles ?? [], design: deck.designs, card: deck.sizes ?? [], sheet: deck.papers ?? [] };
    for (const { key } of fields) {
      const select = this.selects.get(key)!;
      const own = deck.own[key];
      const name = choices[key].find((c) => c.id === own)?.name ?? (own || "own size");
      fill(select, el("option", { value: "" }, name), ...choices[key].filter((c) => c.id !== own).map((c) => el("option", { value: c.id }, c.name)));
      select.value = this.look[key];
      if (select.selectedIndex < 0) select.value = "";
    }
    this.tell();
  }

  private take(key: keyof Look): void {
    this.look = { ...this.look, [key]: this.selects.get(key)!.value };
    this.tell();
    this.changed();
  }

  /** Says that something is tried, and how it becomes the book's own. */
  private tell(): void {
    const tried = fields.filter(({ key }) => this.look[key]);
    if (tried.length === 0) {
      fill(this.note);
      return;
    }
    const keys = tried.filter(({ key }) => key !== "design").map(({ key }) => `${key} = "${this.look[key]}"`);
    fill(this.note, "Only tried. ",
      keys.length > 0 && el("span", {}, "To keep it, write ", ...keys.flatMap((k, i) => [i > 0 && ", ", el("code", {}, k)]), " under ", el("code", {}, "[deck]"), " in book.toml. "),
      this.look.design && "A design is kept in a style of your own. ",
      el("button", { type: "button", class: "reset", onclick: () => this.reset() }, "Back to the book’s own"));
  }

  private reset(): void {
    this.look = { ...asInBook };
    for (const s of this.selects.values()) s.value = "";
    this.tell();
    this.changed();
  }
}
