import { ask, get, type Summary } from "../api";
import { asInBook, fetchDeck, type Deck } from "../cards/deck";
import { noEntries } from "../cards/example";
import { FilterBar, meets } from "../cards/filter";
import { count, el, fill } from "../dom";
import { recall, remember } from "../frame/store";
import { complain } from "../parts/words";
import type { Studio, View } from "../view";
import { pairs } from "./alike";
import { coverage } from "./coverage";
import { columns, Names, sorted, states, type Alike, type ColumnName, type Entries, type Row, type Sorting, type State } from "./rows";
import { Table } from "./table";

/** What the columns that an author hides are remembered by. */
const hiddenColumns = "entries.hidden";

/** Columns that a narrow window does not show until they are asked for. */
const wide: ColumnName[] = ["kind", "themes", "audience", "words", "gloss", "comments", "status", "at"];

/** The view of the entries: a table, coverage, and pairs that are nearly alike. */
class EntriesView implements View {
  readonly name = "entries";
  readonly title = "Entries";
  readonly keys = [{ keys: "↑ ↓", does: "Go from entry to entry" }, { keys: "Enter", does: "Show an entry on its page" }];
  readonly element: HTMLElement;

  private all: Entries | undefined;
  private names = new Names({ themes: [], kinds: [], audiences: [] });
  private deck: Deck | undefined;
  private alike: Alike | undefined;
  private shown = false;
  private stale = true;
  private rest = "";
  private asked = 0;
  private rows: Row[] = [];
  private seen: Row[] = [];
  private sorting: Sorting = { down: false };
  private hidden = new Set(recall<ColumnName[]>(hiddenColumns, innerWidth < 640 ? wide : []));

  private readonly filter = new FilterBar("entries", () => this.list());
  private readonly state = el("select", { "aria-label": "Status", onchange: () => this.list() }, ...states.map((s) => el("option", { value: s.id }, s.name)));
  private readonly table: Table;
  private readonly summary = el("p", { class: "summary", role: "status" });
  private readonly ways = el("nav", { class: "ways", "aria-label": "Entries as" },
    el("a", { href: "#entries" }, "Table"), el("a", { href: "#entries/coverage" }, "Coverage"), el("a", { href: "#entries/alike" }, "Nearly alike"));
  private readonly bar: HTMLElement;
  private readonly body = el("div", { class: "body" });

  constructor(private readonly studio: Studio) {
    this.table = new Table(studio, (by) => this.sort(by));
    const boxes = columns.filter((c) => c.name !== "maxim").map((c) => el("label", {}, el("input", { type: "checkbox", checked: !this.hidden.has(c.name), "data-column": c.name,
      onchange: (e: Event) => this.hideColumn(c.name, !(e.target as HTMLInputElement).checked) }), " ", c.title));
    this.bar = el("div", { class: "bar" }, this.filter.element, this.state,
      el("details", { class: "columns" }, el("summary", {}, "Columns"), el("div", { role: "group", "aria-label": "Columns" }, ...boxes)),
      el("button", { type: "button", class: "csv", onclick: () => void this.save() }, "Save as CSV"));
    this.element = el("section", { class: "entries-view", "aria-label": "Entries" }, el("div", { class: "top" }, this.ways, this.summary), this.bar, this.body);
    addEventListener("octavo-comments", () => this.renew());
  }

  /** Loads the entries again, at once when they are shown. */
  private renew(): void {
    this.stale = true;
    if (this.shown) void this.load();
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
    if (this.all?.state === book.state && !this.stale) return;
    this.renew();
  }

  private async load(): Promise<void> {
    const turn = ++this.asked;
    this.stale = false;
    try {
      const all = await get<Entries>("/api/entries");
      if (turn !== this.asked) return;
      this.all = all;
      this.names = new Names(all);
      this.filter.offer(all);
      this.join();
      if (this.shown) this.place();
      const deck = await fetchDeck(asInBook); // it takes longer than the list
      if (turn !== this.asked) return;
      this.deck = deck;
      this.join();
      if (this.shown) this.list();
    } catch (e) {
      if (turn === this.asked) complain(this.studio, e);
    }
  }

  /** Joins the entries with what the deck says of their cards. */
  private join(): void {
    const cards = new Map((this.deck?.cards ?? []).map((c) => [c.id, c]));
    this.rows = (this.all?.entries ?? []).map((entry, place) => {
      const card = cards.get(entry.id);
      return { entry, place, size: card?.size ?? 0, overset: card?.problems?.some((p) => p.error) ?? false };
    });
  }

  private place(): void {
    const all = this.all;
    if (!all) return;
    const way = this.rest === "coverage" || this.rest === "alike" ? this.rest : "";
    for (const a of this.ways.querySelectorAll("a")) {
      if (a.hash === (way ? "#entries/" + way : "#entries")) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    this.element.dataset.way = way || "table";
    this.bar.hidden = way !== "" || all.entries.length === 0;
    this.ways.hidden = all.entries.length === 0;
    if (all.entries.length === 0) {
      fill(this.summary);
      fill(this.body, noEntries("No entries yet"));
    } else if (way === "coverage") {
      fill(this.summary, count(all.entries.length, "entry", "entries"));
      fill(this.body, coverage(all, (asked) => {
        this.filter.set(asked);
        this.studio.go("entries");
      }));
    } else if (way === "alike") {
      void this.compare();
    } else {
      if (this.body.firstChild !== this.table.element) fill(this.body, this.table.element);
      this.list();
    }
  }

  /** Shows the pairs that are nearly alike. They are looked for only then: that takes a while in a large book. */
  private async compare(): Promise<void> {
    const turn = this.asked;
    if (this.alike?.state !== this.all!.state) {
      fill(this.summary, "Comparing maxims …");
      if (!this.alike) fill(this.body);
      this.alike = await get<Alike>("/api/entries/alike");
    }
    if (turn !== this.asked || this.rest !== "alike") return;
    const n = this.alike.pairs.length + this.alike.more;
    fill(this.summary, n > 0 ? count(n, "pair") : "");
    fill(this.body, pairs(this.studio, this.alike));
  }

  /** Lists the entries that the filters show. */
  private list(): void {
    if (!this.all || this.table.element.parentNode !== this.body) return;
    const has = states.find((s) => s.id === (this.state.value as State))!.has;
    const chosen = this.rows.filter((r) => has(r) && meets({ words: `${r.entry.maxim} ${r.entry.id} ${r.entry.chapter}`, themes: r.entry.themes,
      kind: r.entry.kind, audience: r.entry.audience }, this.filter.asked));
    this.seen = sorted(chosen, this.sorting, this.names);
    this.table.show(this.seen, this.names, this.hidden, this.sorting);
    const total = count(this.rows.length, "entry", "entries");
    fill(this.summary, chosen.length < this.rows.length ? `${chosen.length.toLocaleString("en")} of ${total}` : total);
  }

  /** Sorts by a column, then the other way round, then as the book has them. */
  private sort(by: ColumnName): void {
    if (this.sorting.column !== by) this.sorting = { column: by, down: false };
    else this.sorting = this.sorting.down ? { down: false } : { column: by, down: true };
    this.list();
    this.table.element.querySelector<HTMLElement>(`[data-sort=${by}]`)?.focus();
  }

  private hideColumn(column: ColumnName, hidden: boolean): void {
    if (hidden) this.hidden.add(column);
    else this.hidden.delete(column);
    remember(hiddenColumns, JSON.stringify([...this.hidden]));
    this.list();
  }

  /** Saves the entries that are listed, in their order. */
  private async save(): Promise<void> {
    const answer = await ask("/api/entries.csv", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ids: this.seen.map((r) => r.entry.id) }) });
    if (!answer.ok) {
      this.studio.say("The table could not be made", "error");
      return;
    }
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "entries.csv";
    const address = URL.createObjectURL(await answer.blob());
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.studio.say(`${count(this.seen.length, "entry", "entries")} saved as ${name}`);
  }
}

/** Returns the view of the entries. */
export function entriesView(studio: Studio): View {
  return new EntriesView(studio);
}
