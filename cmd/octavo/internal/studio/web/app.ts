// The studio's page: the views with their tabs, and the frame around them.
import { Refused, type Place, type Summary } from "./api";
import { el, fill } from "./dom";
import { listen } from "./frame/events";
import { useFaces } from "./frame/faces";
import { help } from "./frame/help";
import { forPage } from "./frame/keys";
import { palette, type Hit } from "./frame/palette";
import { showSign, showStatus, type Leads } from "./frame/status";
import { themeButton } from "./frame/theme";
import { words } from "./frame/words";
import { openPlace } from "./pages/editor";
import { showPlace } from "./parts/place";
import { complain } from "./parts/words";
import type { Studio, View } from "./view";
import { views } from "./views";

const none: Summary = { state: 0, title: "", pages: 0, cards: 0, words: 0, errors: 0, warnings: 0, old: false, took: 0, changed: [], faces: {} };

/** How long something is said, in milliseconds. */
const said = 6000;

class App implements Studio {
  private last = none;
  private shown: View | undefined;
  private readonly all: View[];
  private readonly title = el("h1", { dir: "auto" }, "Octavo");
  private readonly tabs = el("nav", { "aria-label": "Views" });
  private readonly sign = el("div", { class: "sign", role: "status", hidden: true });
  private readonly away = el("div", { class: "sign away", role: "alert", hidden: true });
  private readonly main = el("main", { id: "view", tabindex: 0 });
  private readonly status = el("footer", { "aria-label": "Status" });
  private readonly note = el("div", { class: "note", role: "status", "aria-live": "polite" });
  private readonly theme = themeButton((m) => this.say(m));
  private readonly help = help();
  private readonly words = words((n) => this.go("pages", String(n)));
  private readonly goto = palette(() => this.hits(), (n) => this.go("pages", String(n)));
  private quiet = 0;
  /** The fragment of the address that the page shows. That of the address is ahead of it between a click on a link and its event. */
  private followed = "";

  constructor() {
    this.all = views(this);
    for (const v of this.all) {
      this.tabs.append(el("a", { href: "#" + v.name, "data-view": v.name }, v.title));
      v.element.hidden = true;
      v.element.id = v.name; // that the name of the view leads to
      this.main.append(v.element);
    }
    const skip = el("a", { class: "skip", href: "#view", onclick: (e: Event) => (e.preventDefault(), this.main.focus()) }, "Skip to content");
    const tools = el("div", { class: "frame-tools" },
      el("button", { type: "button", class: "plain", onclick: () => this.goto() }, "Go to …"), this.theme,
      el("button", { type: "button", class: "plain", "aria-label": "Keys", title: "Keys", onclick: () => this.help(this.shown) }, "?"));
    document.body.prepend(el("header", {}, skip, this.title, this.tabs, tools), this.sign, this.away, this.main, this.status, this.note);
    fill(this.status, "Reading the book …");
    addEventListener("hashchange", () => this.follow());
    addEventListener("keydown", (e) => this.key(e));
    addEventListener("unhandledrejection", (e) => this.refused(e));
    this.follow();
    listen({
      book: (b) => this.update(b),
      show: (p) => showPlace(this, p),
      away: (message) => {
        this.away.hidden = !message;
        fill(this.away, message);
      },
    });
  }

  book = (): Summary => this.last;

  go(view: string, rest = ""): void {
    location.hash = rest ? view + "/" + rest : view;
  }

  at(view: View, rest: string): void {
    if (view !== this.shown || location.hash !== this.followed) return;
    history.replaceState(null, "", `#${view.name}/${rest}`);
    this.followed = location.hash;
  }

  say(message: string, kind: "note" | "error" = "note"): void {
    this.note.dataset.kind = kind;
    fill(this.note, message);
    this.note.classList.add("shown");
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => {
      this.note.classList.remove("shown");
      fill(this.note);
    }, said);
  }

  edit(place: Place): void {
    openPlace(place, (p) => this.go("write", `${p.file}:${p.line}:${p.column}`)).catch((e: unknown) => complain(this, e));
  }

  /** Shows the view that the address names. */
  private follow(): void {
    this.followed = location.hash;
    const [name, ...rest] = decoded(location.hash.slice(1)).split("/");
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
        if (a.dataset.view === view.name) {
          a.setAttribute("aria-current", "page");
          a.scrollIntoView({ block: "nearest", inline: "nearest" });
        } else a.removeAttribute("aria-current");
      }
      this.name();
    }
    view.show(rest.join("/"));
  }

  /** Does what a key of the whole page does. */
  private key(e: KeyboardEvent): void {
    if (e.key.toLowerCase() === "k" && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey) {
      if (!document.querySelector("dialog[open]")) this.goto();
    } else if (!forPage(e)) return;
    else if (e.key === "/") this.goto();
    else if (e.key === "?") this.help(this.shown);
    else if (e.key >= "1" && e.key <= "9" && this.all[Number(e.key) - 1]) this.go(this.all[Number(e.key) - 1]!.name);
    else return;
    e.preventDefault();
  }

  /** What "Go to" offers beside places of the book. */
  private hits(): Hit[] {
    return [
      ...this.all.map((v) => ({ title: v.title, detail: "view", go: () => this.go(v.name) })),
      { title: "Words by chapter and day", detail: "", go: () => void this.words() },
      { title: "Colours light and dark", detail: "", go: () => this.theme.click() },
      { title: "Keys", detail: "", go: () => this.help(this.shown) },
    ];
  }

  /** Says what the studio refused where a view has not said it. What nobody asks for any more is no loss. */
  private refused(e: PromiseRejectionEvent): void {
    const why: unknown = e.reason;
    if (why instanceof Refused) complain(this, why);
    else if (!(why instanceof DOMException && why.name === "AbortError")) return;
    e.preventDefault();
  }

  private name(): void {
    document.title = [this.shown?.title, this.last.title, "Octavo"].filter(Boolean).join(" · ");
  }

  private update(book: Summary): void {
    this.last = book;
    fill(this.title, book.title || "Octavo");
    if (book.language) this.title.lang = book.language;
    this.name();
    const leads: Leads = {
      words: () => void this.words(), go: (v) => this.go(v), edit: (p) => this.edit(p), has: (v) => this.all.some((x) => x.name === v),
    };
    for (const v of this.all) v.update(book);
    showStatus(this.status, book, leads);
    showSign(this.sign, book, leads);
    void useFaces(book.faces);
  }
}

function decoded(s: string): string {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
}

new App();
