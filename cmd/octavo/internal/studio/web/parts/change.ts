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

/** Shows under a button what fixing would change, with the button that does it. */
export async function offerFix(studio: Studio, id: string, where: HTMLElement): Promise<void> {
  fill(where, el("p", { class: "quiet" }, "Looking …"));
  try {
    const p = await get<Preview>(path("/api/fix", { id }));
    const label = p.count > 1 ? `Fix ${count(p.count, "thing")}` : "Fix it";
    const go = button(label, () => {
      go.disabled = true;
      post<Done>("/api/fix", { id, token: p.token }).then(
        (d) => {
          fill(where);
          studio.say(`Fixed ${count(d.count, "thing")}. Undo takes it back.`);
        },
        (e: unknown) => fill(where, el("p", { class: "bad" }, reason(e))),
      );
    }, { class: "main" });
    fill(where, difference(p.diff), el("div", { class: "acts" }, go, button("Leave it", () => fill(where))));
    go.focus();
  } catch (e) {
    fill(where, el("p", { class: "bad" }, reason(e)));
  }
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
