// What can be made, each with its choices.
import { post } from "../api";
import { el } from "../dom";
import type { Studio } from "../view";
import type { Done } from "../parts/change";
import { button, choice, complain } from "../parts/words";
import type { Job, Making, MakeRequest, Option } from "./types";

type Boxes = { element: HTMLElement; chosen: () => string[] };

/** Returns the forms for all that can be made. */
export function offers(studio: Studio, m: Making, told: (j: Job) => void, again: () => void): HTMLElement[] {
  if (!m.ready) return [el("p", {}, "There is no book to make yet. See Problems.")];
  const start = (ask: MakeRequest): void => {
    post<Job>("/api/make", ask).then(told, (e: unknown) => complain(studio, e));
  };
  return [book(m, start), cover(m, start), review(studio, m, start, again), deck(m, start), service(m, start), share(m, start), checking(start)].filter((e) => e !== undefined);
}

/** Returns check boxes under a common name. */
function boxes(label: string, options: Option[], on: string[]): Boxes {
  const inputs = options.map((o) => {
    const input = el("input", { type: "checkbox", value: o.id });
    input.checked = on.includes(o.id);
    return { o, input };
  });
  const element = el("fieldset", {}, el("legend", {}, label), ...inputs.map(({ o, input }) => el("label", { class: "check" }, input, " " + o.name)));
  return { element, chosen: () => inputs.filter((i) => i.input.checked).map((i) => i.o.id) };
}

function offer(title: string, about: string, parts: HTMLElement[], acts: HTMLElement[]): HTMLElement {
  return el("section", { class: "offer", "aria-label": title }, el("h3", {}, title), el("p", { class: "quiet" }, about), ...parts, el("div", { class: "acts" }, ...acts));
}

function book(m: Making, start: (ask: MakeRequest) => void): HTMLElement {
  const kinds = [{ id: "pdf", name: "PDF" }, { id: "epub", name: "EPUB" }, { id: "cards", name: "Cards" }];
  if (m.cover) kinds.push({ id: "cover", name: "Cover" });
  const outputs = boxes("Make", kinds, kinds.map((k) => k.id));
  const profiles = printers(m);
  return offer("The book", "The inside as a PDF, the EPUB for e-readers, and the cards on their sheets.", [outputs.element, profiles.element],
    [button("Make the book", () => start({ kind: "book", outputs: outputs.chosen(), profiles: profiles.chosen() }), { class: "main" })]);
}

/** Returns the boxes for whom PDFs are made. */
function printers(m: Making): Boxes {
  return boxes("PDF for", [
    { id: "screen", name: "Reading at a screen" }, { id: "kdp", name: "Amazon KDP" }, { id: "ingram", name: "IngramSpark" }, { id: "x4", name: "Other presses (PDF/X-4)" },
  ], m.profiles);
}

function cover(m: Making, start: (ask: MakeRequest) => void): HTMLElement | undefined {
  if (!m.cover) return undefined;
  const profiles = printers(m);
  return offer("The cover", "Back, spine and front on one sheet for the printer, and pictures of it for shops and sites.", [profiles.element],
    [button("Make the cover", () => start({ kind: "cover", profiles: profiles.chosen() }), { class: "main" })]);
}

function review(studio: Studio, m: Making, start: (ask: MakeRequest) => void, again: () => void): HTMLElement {
  const readers = boxes("For", m.readers, m.readers.map((r) => r.id));
  const formats = boxes("As", [{ id: "pdf", name: "PDF" }, { id: "epub", name: "EPUB" }, { id: "docx", name: "Word file" }], m.formats);
  let layout = "", since = false;
  const name = el("input", { type: "text", autocomplete: "off", maxlength: 200, id: "new-reader" });
  const add = (e: Event): void => {
    e.preventDefault();
    post<Done>("/api/readers", { name: name.value }).then(() => {
      studio.say(`${name.value} is in book.toml now. Undo takes it back.`);
      again();
    }, (x: unknown) => complain(studio, x));
  };
  const adding = el("form", { class: "adding", onsubmit: add }, el("label", { for: "new-reader" }, m.readers.length === 0 ? "Name a reader" : "Add a reader"), name, el("button", { type: "submit" }, "Add"));
  const more = [
    choice("Pages", [["", "as book.toml has it"], ["page", "of the book, with wide margins"], ["manuscript", "as a typescript"]] as const, "", (v) => { layout = v; }),
    el("label", { class: "check" }, el("input", { type: "checkbox", onchange: (e: Event) => { since = (e.target as HTMLInputElement).checked; } }), " Mark what is new to each reader"),
  ];
  return offer("Review copies", "A copy for each reader, with the name on every page and room for notes. What they send back goes to Comments.",
    m.readers.length === 0 ? [adding] : [readers.element, adding, formats.element, el("div", { class: "tools" }, ...more)],
    m.readers.length === 0 ? [] : [button("Make review copies", () => {
      const chosen = readers.chosen();
      if (chosen.length === 0) studio.say("Choose a reader first", "error");
      else start({ kind: "review", readers: chosen, formats: formats.chosen(), layout, since });
    }, { class: "main" })]);
}

/** Returns the boxes that choose cards: by theme, kind and audience. Nothing chosen means all. */
function chooser(m: Making): { element: HTMLElement; chosen: () => Partial<MakeRequest> } {
  const themes = boxes("Themes", m.themes, []), kinds = boxes("Kinds", m.kinds, []), audiences = boxes("Audiences", m.audiences, []);
  const parts = [m.themes.length > 1 && themes.element, m.kinds.length > 1 && kinds.element, m.audiences.length > 1 && audiences.element].filter((e) => e !== false);
  return {
    element: el("details", { class: "chooser", hidden: parts.length === 0 }, el("summary", {}, "All cards, or only some"), ...parts),
    chosen: () => ({ themes: themes.chosen(), kinds: kinds.chosen(), audiences: audiences.chosen() }),
  };
}

function deck(m: Making, start: (ask: MakeRequest) => void): HTMLElement {
  const which = chooser(m);
  let sheet = "";
  const sheets = choice("Sheet", [["", "as book.toml has it"], ...m.sheets.map((s) => [s, s] as const)], "", (v) => { sheet = v; });
  return offer("Cards", "Sheets to print on both sides and cut out, or an overview of all cards.", [which.element, sheets], [
    button("Make sheets", () => start({ kind: "cards", sheet, ...which.chosen() }), { class: "main" }),
    button("Make an overview", () => start({ kind: "overview", sheet, ...which.chosen() })),
  ]);
}

function service(m: Making, start: (ask: MakeRequest) => void): HTMLElement | undefined {
  if (m.services.length === 0) return undefined;
  const which = chooser(m);
  let to = m.services[0]!.id;
  const services = choice("Service", m.services.map((s) => [s.id, s.name] as const), to, (v) => { to = v; });
  return offer("Cards for a print service", "The files that the service takes, and a text that says how to order.", [services, which.element],
    [button("Make the files", () => start({ kind: "service", service: to, ...which.chosen() }), { class: "main" })]);
}

function share(m: Making, start: (ask: MakeRequest) => void): HTMLElement {
  const which = chooser(m);
  const sizes = boxes("Size", m.sizes.map((s) => ({ id: s, name: s.charAt(0).toUpperCase() + s.slice(1) })), m.sizes.slice(0, 1));
  return offer("Pictures to share", "A picture of each maxim for networks, with a description for screen readers.", [sizes.element, which.element],
    [button("Make pictures", () => start({ kind: "share", sizes: sizes.chosen(), ...which.chosen() }), { class: "main" })]);
}

function checking(start: (ask: MakeRequest) => void): HTMLElement {
  return offer("Check", "Everything that octavo can find wrong, with what a proofreader would mark on the set pages.", [],
    [button("Check the book", () => start({ kind: "check" }), { class: "main" })]);
}
