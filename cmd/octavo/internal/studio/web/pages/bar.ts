// The bar over the pages: where one is, how large, and the menus.
import { el, fill } from "../dom";
import { get, path, post, type Look } from "../api";
import { reason } from "../parts/words";
import type { Frame } from "./book";
import { overlayBoxes, type OverlayName } from "./overlays";
import type { Arrangement } from "./spreads";
import type { Stage, Zoom } from "./stage";

/** Returns a button that opens a panel under it, and the panel. It closes by Escape and by a click elsewhere. */
function menu(title: string, panel: HTMLElement, opening: () => void): HTMLElement {
  const button = el("button", { type: "button", "aria-expanded": "false", onclick: () => show(!!panel.hidden) }, title);
  const whole = el("div", { class: "menu" }, button, panel);
  const outside = (e: Event): void => {
    if (!whole.contains(e.target as Node)) show(false);
  };
  const show = (open: boolean): void => {
    if (open) opening();
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) addEventListener("pointerdown", outside);
    else removeEventListener("pointerdown", outside);
  };
  panel.hidden = true;
  whole.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || panel.hidden) return;
    e.stopPropagation();
    show(false);
    button.focus();
  });
  whole.addEventListener("focusout", (e) => {
    if (e.relatedTarget && !whole.contains(e.relatedTarget as Node)) show(false);
  });
  return whole;
}

/** Returns the buttons and the box of the zoom, and what shows it anew. */
export function zoomBox(stage: Stage): { element: HTMLElement; refresh: () => void } {
  const named: [string, string][] = [["page", "Fit page"], ["width", "Fit width"], ...[50, 75, 100, 150, 200, 400, 800].map((p): [string, string] => [String(p / 100), p + " %"])];
  const now = el("option", { value: "now", hidden: true });
  const select = el("select", { "aria-label": "Zoom", onchange: () => stage.setZoom(zoomOf(select.value)) }, ...named.map(([v, t]) => el("option", { value: v }, t)), now);
  const refresh = (): void => {
    const value = String(stage.zoom);
    if (named.some(([v]) => v === value)) select.value = value;
    else {
      fill(now, Math.round(stage.part * 100) + " %");
      select.value = "now";
    }
  };
  const element = el("div", { class: "zoom" },
    el("button", { type: "button", "aria-label": "Smaller", onclick: () => stage.scaleBy(1 / 1.25) }, "−"), select,
    el("button", { type: "button", "aria-label": "Larger", onclick: () => stage.scaleBy(1.25) }, "+"));
  return { element, refresh };
}

function zoomOf(value: string): Zoom {
  return value === "page" || value === "width" ? value : Number(value);
}

/** What the menu of what is shown needs. */
interface Showing {
  arrangement: Arrangement;
  facing: boolean;
  overlays: Set<OverlayName>;
  frame: Frame;
  follow: boolean;
  marks: boolean;
}

/** Returns the menu of what is shown. Changed is called with what has been selected. */
export function showMenu(now: () => Showing, changed: (s: Showing) => void): HTMLElement {
  const panel = el("div", { class: "panel", role: "group", "aria-label": "What is shown" });
  return menu("View", panel, () => {
    const s = now();
    const arrangements: [Arrangement, string][] = [["spread", "Two pages"], ["page", "One page"], ["scroll", "Scroll"]];
    const radios = arrangements.map(([value, title]) => {
      const input = el("input", { type: "radio", name: "arrangement", value, onchange: () => changed({ ...s, arrangement: value }) });
      input.checked = s.arrangement === value;
      return el("label", {}, input, el("span", {}, title));
    });
    const box = (title: string, on: boolean, set: (on: boolean) => void): HTMLElement => {
      const input = el("input", { type: "checkbox", onchange: () => {
        set(input.checked);
        changed(s);
      } });
      input.checked = on;
      return el("label", {}, input, el("span", {}, title));
    };
    fill(panel,
      el("fieldset", {}, el("legend", {}, "Pages"), ...radios),
      el("fieldset", {}, el("legend", {}, "Lines over the page"), ...overlayBoxes(s.overlays, s.frame, () => changed(s))),
      el("fieldset", {}, el("legend", {}, "While writing"), box("Follow my edits", s.follow, (on) => (s.follow = on)), box("Problems and comments at their lines", s.marks, (on) => (s.marks = on))));
  });
}

interface Looks {
  style: string;
  printer: string;
  styles: string[];
  printers: { id: string; name: string }[];
}

/** The menu of styles and printers to try, and the sign that one is being tried. */
export class LookMenu {
  readonly element: HTMLElement;
  readonly sign = el("div", { class: "trying", role: "status", hidden: true });
  private looks: Looks = { style: "", printer: "", styles: [], printers: [] };
  private readonly panel = el("div", { class: "panel", role: "group", "aria-label": "Try a look" });

  constructor(private readonly look: () => Look, private readonly take: (l: Look) => void, private readonly say: (message: string, kind?: "error") => void) {
    this.element = menu("Try", this.panel, () => void this.open());
  }

  private async open(): Promise<void> {
    await this.ask();
    const l = this.look();
    const style = el("select", { onchange: () => this.take({ ...this.look(), style: other(style.value, this.looks.style) }) }, ...this.looks.styles.map((s) => el("option", { value: s }, s)));
    const printer = el("select", { onchange: () => this.take({ ...this.look(), printer: other(printer.value, this.looks.printer) }) }, ...this.looks.printers.map((p) => el("option", { value: p.id }, p.name)));
    style.value = l.style || this.looks.style;
    printer.value = l.printer || this.looks.printer || "none";
    fill(this.panel, el("label", {}, "Style", style), el("label", {}, "Printer", printer), el("p", {}, "book.toml stays as it is"));
  }

  private async ask(): Promise<void> {
    this.looks = await get<Looks>(path("/api/looks")).catch(() => this.looks);
  }

  /** Says what is being tried, and what book.toml says. */
  async refresh(): Promise<void> {
    const l = this.look();
    this.sign.hidden = !l.style && !l.printer;
    if (this.sign.hidden) return;
    if (!this.looks.style) await this.ask();
    const name = (id: string): string => this.looks.printers.find((p) => p.id === id)?.name ?? id;
    const tried = [l.style, l.printer && name(l.printer)].filter(Boolean).join(", ");
    const says = [l.style && this.looks.style, l.printer && name(this.looks.printer)].filter(Boolean).join(", ");
    fill(this.sign, el("span", {}, `Trying ${tried}; book.toml says ${says}`),
      el("button", { type: "button", onclick: () => void this.keep() }, "Keep it"), el("button", { type: "button", onclick: () => this.take({}) }, "Go back"));
  }

  /** Writes the look into book.toml. */
  private async keep(): Promise<void> {
    const l = this.look();
    try {
      const kept = await post<{ line: number }>("/api/keep", l);
      this.looks = { ...this.looks, style: "" };
      this.take({});
      this.say(`Written into book.toml, line ${kept.line}`);
    } catch (e) {
      const lines = [l.style && `style = "${l.style}"`, l.printer && `printer = "${l.printer}"`].filter(Boolean).join(", ");
      this.say(`${reason(e)}. Write ${lines} under [print] yourself`, "error");
    }
  }
}

/** Returns a value, "" when it is what book.toml says anyway. */
function other(value: string, own: string): string {
  return value === own || (value === "none" && !own) ? "" : value;
}
