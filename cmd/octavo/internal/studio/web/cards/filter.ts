// Filters of entries and cards by their words, theme, kind and audience.
import { el, fill } from "../dom";
import type { Choice, Groups } from "./deck";

/** What is asked for; "" asks for nothing. */
export interface Asked {
  words: string;
  theme: string;
  kind: string;
  audience: string;
}

/** What a filter looks at. */
interface Filtered {
  words: string;
  themes: string[];
  kind: string;
  audience: string[];
}

/** Selects what has none of a group. */
export const none = "-";

/** Returns text as it is compared: without case and accents. */
export const plain = (s: string): string => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Reports whether something meets all that is asked for. */
export function meets(it: Filtered, asked: Asked): boolean {
  const has = (list: string[], id: string): boolean => id === "" || (id === none ? list.length === 0 : list.includes(id));
  const words = plain(asked.words).split(/\s+/).filter(Boolean);
  const text = words.length ? plain(it.words) : "";
  return words.every((w) => text.includes(w)) && has(it.themes, asked.theme) && has(it.audience, asked.audience) && (asked.kind === "" || it.kind === asked.kind);
}

/** The fields that an author filters with. */
export class FilterBar {
  readonly asked: Asked = { words: "", theme: "", kind: "", audience: "" };
  readonly element: HTMLElement;
  private readonly search: HTMLInputElement;
  private readonly selects: Record<"theme" | "kind" | "audience", HTMLSelectElement>;

  constructor(what: string, private readonly changed: () => void) {
    this.search = el("input", { type: "search", placeholder: "Search", "aria-label": "Search " + what, oninput: () => this.take() });
    const select = (label: string): HTMLSelectElement => el("select", { "aria-label": label, onchange: () => this.take() });
    this.selects = { theme: select("Theme"), kind: select("Kind"), audience: select("Audience") };
    this.element = el("div", { class: "filters", role: "search", "aria-label": "Filter " + what }, this.search, ...Object.values(this.selects));
  }

  /** Offers what a book has. What was selected stays, if it is still there. */
  offer(g: Groups): void {
    options(this.selects.theme, "All themes", g.themes, this.asked.theme, "No theme");
    options(this.selects.kind, "All kinds", g.kinds, this.asked.kind);
    options(this.selects.audience, "All audiences", g.audiences, this.asked.audience, "No audience");
    this.selects.kind.hidden = g.kinds.length < 2;
    this.selects.theme.hidden = g.themes.length === 0;
    this.selects.audience.hidden = g.audiences.length === 0;
    this.read();
  }

  /** Selects what is named and nothing else. */
  set(asked: Partial<Asked>): void {
    Object.assign(this.asked, { words: "", theme: "", kind: "", audience: "" }, asked);
    this.search.value = this.asked.words;
    for (const [k, s] of Object.entries(this.selects)) s.value = this.asked[k as keyof Asked];
    this.changed();
  }

  private read(): void {
    this.asked.words = this.search.value;
    for (const [k, s] of Object.entries(this.selects)) this.asked[k as keyof Asked] = s.value;
  }

  private take(): void {
    this.read();
    this.changed();
  }
}

function options(select: HTMLSelectElement, all: string, choices: Choice[], chosen: string, without?: string): void {
  fill(select, el("option", { value: "" }, all), ...choices.map((c) => el("option", { value: c.id }, c.name)),
    without && choices.length > 0 && el("option", { value: none }, without));
  select.value = chosen;
  if (select.selectedIndex < 0) select.value = "";
}
