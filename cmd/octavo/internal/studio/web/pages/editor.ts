// Opens places in the author's editor.
import { get, post, type Place } from "../api";
import { el } from "../dom";
import { remember, remembered } from "../frame/store";

interface Opened {
  url?: string;
  write?: boolean;
}

interface Editors {
  usual: string;
  editors: { id: string; name: string }[];
}

/** What the id of the editor that the author has selected in this browser is remembered by. */
const selected = "editor";

/** Opens a place in the editor. Write is called where that is the studio's own. It throws Refused. */
export async function openPlace(place: Place, write: (place: Place) => void): Promise<void> {
  const { file, line, column } = place;
  const opened = await post<Opened>("/api/edit", { file, line, column, editor: remembered(selected) });
  if (opened.write) write(place);
  if (opened.url) el("a", { href: opened.url }).click(); // the browser hands it to the editor, and stays
}

/** Returns a box that selects the editor. */
export function editorBox(): HTMLElement {
  const select = el("select", { onchange: () => remember(selected, select.value) });
  void get<Editors>("/api/editors").then((all) => {
    select.replaceChildren(...all.editors.map((e) => el("option", { value: e.id }, e.name)));
    const wanted = remembered(selected);
    select.value = all.editors.some((e) => e.id === wanted) ? wanted : all.usual;
  }, () => undefined);
  return el("label", { class: "editor" }, "Editor", select);
}
