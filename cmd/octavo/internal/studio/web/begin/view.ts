// The view of a folder without a book: a new one, an import, or a book made of what lies there.
import { get, post, send, type Summary } from "../api";
import { count, el, fill } from "../dom";
import type { Studio, View } from "../view";
import { onDrop, type Dropped } from "../parts/drop";
import { button, reason, sentence } from "../parts/words";

/** What there is to begin with; see beginning in begin.go. */
interface Beginning {
  folder: string;
  book: boolean;
  empty: boolean;
  texts: string[];
  others: string[];
  languages: string[];
}

interface Begun {
  summary: string;
  undone: number;
  account: { section: "look" | "changed" | "left out"; what: string; count: number; places: string[] }[];
}

/** Returns the view in which a book begins. It is shown by itself where there is none. */
export function beginView(studio: Studio): View {
  const body = el("div");
  const element = el("section", { class: "work begin", "aria-label": "Begin" }, body);
  const said = el("div", { role: "status" });
  let here: Beginning | undefined, done = false, visible = false;

  const look = async (): Promise<void> => {
    try {
      here = await get<Beginning>("/api/begin");
      if (!done) draw(here);
    } catch (e) {
      fill(body, el("p", { class: "bad" }, reason(e)));
    }
  };

  const draw = (b: Beginning): void => {
    if (b.book) {
      fill(body, el("h2", { class: "work-title" }, "There is a book here"), el("p", {}, "It is shown in Pages. A new book begins in a folder of its own."), button("Show the book", () => studio.go("pages"), { class: "main" }));
      return;
    }
    fill(body, el("h2", { class: "work-title" }, "Begin a book"), el("p", { class: "quiet" }, "In the folder " + b.folder), said,
      ...(b.empty ? [newBook(b), importing()] : [already(b)]));
  };

  const newBook = (b: Beginning): HTMLElement => {
    const title = el("input", { type: "text", id: "begin-title", maxlength: 200, required: true, autocomplete: "off" });
    const author = el("input", { type: "text", id: "begin-author", maxlength: 200, required: true, autocomplete: "name" });
    const language = el("select", { id: "begin-language" });
    const names = new Intl.DisplayNames(["en"], { type: "language" });
    const own = b.languages.find((t) => t === navigator.language) ?? b.languages.find((t) => navigator.language.startsWith(t)) ?? "en";
    for (const tag of b.languages) language.append(el("option", { value: tag, selected: tag === own }, names.of(tag) ?? tag));
    const submit = (e: Event): void => {
      e.preventDefault();
      const tag = language.value === "en" ? "en-US" : language.value;
      work(post<Begun>("/api/begin/new", { title: title.value, author: author.value, language: tag }), () => studio.go("pages"));
    };
    return el("form", { class: "group form", onsubmit: submit }, el("h3", {}, "A new book"),
      el("p", { class: "quiet" }, "You get a small book that can be made at once. Replace its words with yours."),
      el("label", { for: "begin-title" }, "Title"), title, el("label", { for: "begin-author" }, "Author"), author,
      el("label", { for: "begin-language" }, "Language"), language, el("div", { class: "acts" }, el("button", { type: "submit", class: "main" }, "Begin the book")));
  };

  const importing = (): HTMLElement => {
    const input = el("input", { type: "file", multiple: true, id: "begin-file", class: "file-input", onchange: () => bring([...input.files ?? []].map((file) => ({ path: file.name, file }))) });
    return el("section", { class: "group", "aria-label": "Bring a manuscript" }, el("h3", {}, "Bring a manuscript"),
      el("p", {}, "Drop it anywhere on this page: a Word file, an EPUB, HTML, plain text, Markdown, a folder of these, or a zip file. Several files become one book, in their order."),
      input, el("label", { class: "file-button", for: "begin-file" }, "Choose files …"));
  };

  const already = (b: Beginning): HTMLElement => {
    if (b.texts.length === 0) {
      return el("section", { class: "group" }, el("p", {}, `The folder is not empty: it holds ${b.others.slice(0, 5).join(", ") || "hidden files"}.`),
        el("p", {}, "Nothing in it is written over. Start octavo serve in an empty folder, or put a book's files here."));
    }
    return el("section", { class: "group" }, el("p", {}, `There is text here: ${b.texts.slice(0, 6).join(", ")}${b.texts.length > 6 ? " …" : ""}.`),
      el("p", { class: "quiet" }, "Octavo can make a book of it: copies go into manuscript, with a book.toml beside them. Your files stay as they are."),
      button("Make a book of it", () => work(post<Begun>("/api/begin/here", {}), report), { class: "main" }));
  };

  const bring = (files: Dropped[]): void => {
    const form = new FormData();
    for (const f of files) form.append(f.path, f.file, f.file.name);
    work(send<Begun>("/api/begin/import", form), report);
  };

  const work = (asked: Promise<Begun>, then: (b: Begun) => void): void => {
    done = true;
    fill(said, el("p", { class: "quiet" }, "Working …"));
    asked.then((b) => {
      fill(said);
      then(b);
    }, (e: unknown) => {
      done = false;
      fill(said, el("p", { class: "bad" }, reason(e)));
    });
  };

  const report = (b: Begun): void => {
    const parts = ([["look", "Look at these"], ["changed", "Changed"], ["left out", "Left out"]] as const).map(([key, title]) => {
      const all = b.account.filter((a) => a.section === key);
      return all.length > 0 && el("section", { class: "group" }, el("h3", {}, title), ...all.map((a) => el("div", {},
        el("p", {}, a.what, a.count > 1 && el("span", { class: "quiet" }, ` (${count(a.count, "place")})`)),
        el("ul", { class: "places" }, ...a.places.filter(Boolean).map((p) => el("li", { dir: "auto" }, p)), a.count > a.places.length && el("li", { class: "quiet" }, `and ${a.count - a.places.length} more in IMPORT.md`)))));
    });
    fill(body, el("h2", { class: "work-title" }, "Your book is here"), el("p", {}, sentence(b.summary)),
      el("p", { class: "quiet" }, b.undone > 0 ? `${count(b.undone, "thing")} to look at. IMPORT.md in the folder says this, too.` : "Everything was taken as it is."),
      el("div", { class: "acts" }, button("Show the book", () => studio.go("pages"), { class: "main" })), ...parts);
    body.querySelector("button")?.focus();
  };

  onDrop({ label: () => (here && !here.book && here.empty && !done ? "Drop your manuscript" : undefined), take: bring });

  return {
    name: "begin",
    title: "Begin",
    element,
    show() {
      visible = true;
      void look();
    },
    hide() {
      visible = false;
      done = false;
    },
    update(book: Summary) {
      if (book.title || book.fault) document.body.removeAttribute("data-begin");
      if (!visible && book.title) return;
      void look().then(() => {
        const none = here !== undefined && !here.book;
        document.body.toggleAttribute("data-begin", none); // nothing else is there to be seen
        if (none && !visible && location.hash.slice(1) === "") studio.go("begin");
      });
    },
  };
}
