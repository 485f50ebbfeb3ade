// A change that the author looks at, and then makes or leaves.
import { get, path, post } from "../api";
import { count, el, fill } from "../dom";
import type { Studio } from "../view";
import { difference } from "./diff";
import { button, complain, reason } from "./words";

/** A change of files before it is made; see preview in mend.go. */
export interface Preview {
  count: number;
  diff: string;
  token: string;
}

/** What came of a change; see done in mend.go. */
export interface Done {
  count: number;
  undo: string;
}

/** How a change is shown and made. */
interface Making {
  preview: () => Promise<Preview>;
  make: (token: string) => Promise<Done>;
  label: (count: number) => string;
  /** Returns what is said when the change is made. */
  made: (count: number) => string;
}

/** Shows under a button what a change would be, with the button that makes it. */
export async function offer(studio: Studio, change: Making, where: HTMLElement): Promise<void> {
  const failed = (e: unknown): void => fill(where, el("p", { class: "bad" }, reason(e)));
  fill(where, el("p", { class: "quiet" }, "Looking …"));
  try {
    const p = await change.preview();
    const go = button(change.label(p.count), () => {
      go.disabled = true;
      change.make(p.token).then((d) => {
        fill(where);
        studio.say(change.made(d.count));
      }, failed);
    }, { class: "main" });
    fill(where, difference(p.diff), el("div", { class: "acts" }, go, button("Leave it", () => fill(where))));
    go.focus();
  } catch (e) {
    failed(e);
  }
}

/** Shows under a button what fixing would change. */
export function offerFix(studio: Studio, id: string, where: HTMLElement): Promise<void> {
  return offer(studio, {
    preview: () => get<Preview>(path("/api/fix", { id })),
    make: (token) => post<Done>("/api/fix", { id, token }),
    label: (n) => (n > 1 ? `Fix ${count(n, "thing")}` : "Fix it"),
    made: (n) => `Fixed ${count(n, "thing")}. Undo takes it back.`,
  }, where);
}

/** Returns the button that takes the last change back; refresh has it look whether there is one. */
export function undoButton(studio: Studio): { element: HTMLButtonElement; refresh: () => void } {
  const element = button("Undo", () => {
    element.disabled = true;
    post<{ what: string; files: string[] }>("/api/undo", {}).then(
      (u) => studio.say(`Took back ${u.what} in ${u.files.join(", ")}`),
      (e: unknown) => complain(studio, e),
    ).finally(refresh);
  });
  element.hidden = true;
  const refresh = (): void => {
    get<Done>("/api/undo").then((d) => {
      element.hidden = !d.undo;
      element.disabled = false;
      element.textContent = "Undo " + d.undo;
    }, () => undefined);
  };
  return { element, refresh };
}
