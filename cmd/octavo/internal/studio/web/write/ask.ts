// A question with one line for an answer.
import { el } from "../dom";
import { dialog } from "../frame/dialog";

/** Asks for a line of text; undefined when the author thinks better of it. */
export function ask(title: string, label: string, button: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const line = el("input", { type: "text", maxlength: 500 });
    let said: string | undefined;
    const form = el("form", { class: "ask", onsubmit: (e: Event) => {
      e.preventDefault();
      said = line.value.trim();
      box.close();
    } }, el("label", {}, label, line), el("button", { type: "submit" }, button));
    const box = dialog(title, "ask-" + ++asked, form);
    box.addEventListener("close", () => {
      box.remove();
      resolve(said);
    });
    box.showModal();
    line.focus();
  });
}

let asked = 0;
