// Words and small parts that the views of work share: problems, comments, making.
import { Refused } from "../api";
import { el } from "../dom";
import type { Studio } from "../view";

/** Returns a message of octavo as a sentence begins, unless it begins with the name of a file or a key. */
export function sentence(message: string): string {
  const first = /^[^\s:]+/.exec(message)?.[0] ?? "";
  return /^\p{Ll}+$/u.test(first) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}

/** Says that something could not be done. */
export function complain(studio: Studio, e: unknown): void {
  studio.say(reason(e), "error");
}

/** Returns why something could not be done. */
export function reason(e: unknown): string {
  if (!(e instanceof Refused)) return "The studio does not answer. Is octavo serve still running?";
  return sentence(e.message) + (e.help ? ". " + sentence(e.help) : "");
}

/** Returns a button. */
export function button(label: string, act: (e: MouseEvent) => void, attributes: Record<string, string | boolean> = {}): HTMLButtonElement {
  return el("button", { type: "button", ...attributes, onclick: act }, label);
}

/** Returns a check box with its label. */
export function check(label: string, on: boolean, act: (on: boolean) => void): HTMLLabelElement {
  const box = el("input", { type: "checkbox", onchange: () => act(box.checked) });
  box.checked = on;
  return el("label", { class: "check" }, box, " " + label);
}

/** Returns a choice of one among a few. */
export function choice<T extends string>(label: string, options: readonly (readonly [T, string])[], value: T, act: (value: T) => void): HTMLLabelElement {
  const select = el("select", { onchange: () => act(select.value as T) });
  for (const [v, text] of options) select.append(el("option", { value: v, selected: v === value }, text));
  return el("label", { class: "choice" }, label + " ", select);
}

/** Replaces what is in an element, and leaves the focus where it was if that is still there. */
export function refill(e: Element, ...children: (Node | string)[]): void {
  const focus = document.activeElement;
  e.replaceChildren(...children);
  if (focus instanceof HTMLElement && focus !== document.activeElement && e.contains(focus)) focus.focus({ preventScroll: true });
}

/** Keeps the elements of a list whose items are the same as before, so that what is open in them stays open. */
export class Kept<T> {
  private kept = new Map<string, { text: string; element: HTMLElement }>();
  private next = new Map<string, { text: string; element: HTMLElement }>();

  constructor(private readonly make: (item: T) => HTMLElement) {}

  /** Returns the element of an item; key names the item among all. */
  of(key: string, item: T): HTMLElement {
    const text = JSON.stringify(item);
    const before = this.kept.get(key);
    const now = before?.text === text ? before : { text, element: this.make(item) };
    this.next.set(key, now);
    return now.element;
  }

  /** Forgets the items that of was not called for since the last time. */
  settle(): void {
    this.kept = this.next;
    this.next = new Map();
  }
}
