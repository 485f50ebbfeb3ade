// The studio's page: tabs, the status line, and the views between them.
import { Refused, post, type Place, type Summary } from "./api";
import { count, el, fill } from "./dom";
import type { Studio, View } from "./view";
import { views } from "./views";

const none: Summary = { state: 0, title: "", pages: 0, errors: 0, warnings: 0, old: false, took: 0 };

class App implements Studio {
  private last = none;
  private shown: View | undefined;
  private readonly all: View[];
  private readonly tabs = el("nav", { "aria-label": "Views" });
  private readonly main = el("main", { id: "view", tabindex: -1 });
  private readonly status = el("footer", { "aria-label": "Status" });
  private readonly note = el("div", { class: "note", role: "status", "aria-live": "polite" });

  constructor() {
    this.all = views(this);
    for (const v of this.all) {
      this.tabs.append(el("a", { href: "#" + v.name, "data-view": v.name }, v.title));
      v.element.hidden = true;
      this.main.append(v.element);
    }
    document.body.replaceChildren(el("header", {}, el("h1", {}, "Octavo"), this.tabs), this.main, this.status, this.note);
    addEventListener("hashchange", () => this.follow());
    this.follow();
    this.listen();
  }

  book = (): Summary => this.last;

  go(view: string, rest = ""): void {
    location.hash = rest ? view + "/" + rest : view;
  }

  say(message: string, kind: "note" | "error" = "note"): void {
    this.note.dataset.kind = kind;
    fill(this.note, message);
    this.note.classList.add("shown");
    setTimeout(() => this.note.classList.remove("shown"), 6000);
  }

  edit(place: Place): void {
    post<unknown>("/api/edit", place).catch((e: unknown) => this.say(e instanceof Refused ? e.message : String(e), "error"));
  }

  /** Shows the view that the address names. */
  private follow(): void {
    const [name, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
    const view = this.all.find((v) => v.name === name) ?? this.all[0];
    if (!view) return;
    if (view !== this.shown) {
      if (this.shown) {
        this.shown.element.hidden = true;
        this.shown.hide();
      }
      this.shown = view;
      view.element.hidden = false;
      for (const a of this.tabs.querySelectorAll("a")) {
        if (a.dataset.view === view.name) a.setAttribute("aria-current", "page");
        else a.removeAttribute("aria-current");
      }
    }
    view.show(rest.join("/"));
  }

  /** Listens to what the studio tells. The browser connects again by itself. */
  private listen(): void {
    const events = new EventSource("/api/events");
    events.addEventListener("book", (e) => this.update(JSON.parse((e as MessageEvent<string>).data) as Summary));
    events.onerror = () => document.body.classList.add("away");
    events.onopen = () => document.body.classList.remove("away");
  }

  private update(book: Summary): void {
    this.last = book;
    document.title = book.title ? book.title + " · Octavo" : "Octavo";
    const problems = book.fault ?? (book.errors ? count(book.errors, "error") : book.warnings ? count(book.warnings, "warning") : "no problems");
    fill(this.status, el("span", {}, count(book.pages, "page")), el("span", { class: book.errors || book.fault ? "bad" : "" }, problems), el("span", {}, `${Math.round(book.took)} ms`));
    for (const v of this.all) v.update(book);
  }
}

new App();
