// A box over the page. The browser keeps the focus in it, closes it by Escape, and gives the focus back.
import { el } from "../dom";

/** Returns a dialog with a title and a button that closes it. A click beside it closes it, too. */
export function dialog(title: string, name: string, ...children: Node[]): HTMLDialogElement {
  const id = name + "-title";
  const box = el("dialog", { class: "box " + name, "aria-labelledby": id },
    el("div", { class: "box-head" }, el("h2", { id }, title), el("button", { type: "button", class: "plain", onclick: () => box.close() }, "Close")),
    ...children);
  box.addEventListener("click", (e) => {
    if (e.target === box) box.close();
  });
  document.body.append(box);
  return box;
}
