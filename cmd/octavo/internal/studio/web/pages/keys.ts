// The keys of the view of pages.
import { forPage, type Key } from "../frame/keys";
import { overlays, type OverlayName } from "./overlays";
import type { Stage } from "./stage";

/** The keys, for the help. */
export const pageKeys: Key[] = [
  { keys: "← →", does: "Turn the page" },
  { keys: "Page up, Page down, Space", does: "Scroll, and turn the page at its end" },
  { keys: "Home, End", does: "Go to the first page, to the last" },
  { keys: "G", does: "Go to a page, a chapter or an entry" },
  { keys: "↓ ↑", does: "Go through the lines" },
  { keys: "Enter", does: "Show what is written in the line" },
  { keys: "+ − 0", does: "Larger, smaller, fit the page" },
  ...overlays.map((o) => ({ keys: o.key.toUpperCase(), does: o.title })),
];

interface Shortcuts {
  view: HTMLElement;
  stage: Stage;
  shown: () => boolean;
  rightToLeft: () => boolean;
  find: () => void;
  overlay: (name: OverlayName) => void;
}

/** Listens to keys while the view is shown and nothing is being typed or selected elsewhere. */
export function shortcuts(s: Shortcuts): void {
  let spaced = false; // the space bar is held, and nothing has been dragged with it
  const stage = s.stage.element;
  stage.addEventListener("pointerdown", () => (spaced = false));
  addEventListener("keydown", (e) => {
    const t = e.target as HTMLElement;
    if (!s.shown() || !forPage(e) || (t !== document.body && t.id !== "view" && !stage.contains(t))) return;
    if (e.key === " " && t.tagName !== "BUTTON") {
      e.preventDefault();
      if (e.repeat) return;
      spaced = true;
      stage.classList.add("held");
    } else if (act(s, e)) e.preventDefault();
  });
  addEventListener("keyup", (e) => {
    if (e.key !== " ") return;
    stage.classList.remove("held");
    if (spaced && s.shown()) page(s, e.shiftKey ? -1 : 1);
    spaced = false;
  });
}

/** Does what a key asks for, and reports whether it does. */
function act(s: Shortcuts, e: KeyboardEvent): boolean {
  const { stage } = s, way = s.rightToLeft() ? -1 : 1;
  const overlay = overlays.find((o) => o.key === e.key);
  if (overlay) s.overlay(overlay.name);
  else if (e.key === "ArrowRight") stage.turn(way);
  else if (e.key === "ArrowLeft") stage.turn(-way);
  else if (e.key === "PageDown") page(s, 1);
  else if (e.key === "PageUp") page(s, -1);
  else if (e.key === "Home") stage.go(1);
  else if (e.key === "End") stage.go(Infinity);
  else if (e.key === "+" || e.key === "=") stage.scaleBy(1.25);
  else if (e.key === "-") stage.scaleBy(1 / 1.25);
  else if (e.key === "0") stage.setZoom("page");
  else if (e.key === "g") s.find();
  else if (e.key === "ArrowDown" || e.key === "ArrowUp") return lines(s);
  else return false;
  return true;
}

/** Scrolls by a window's height where a page is higher, else turns the page. */
function page(s: Shortcuts, way: number): void {
  const e = s.stage.element, room = e.scrollHeight - e.clientHeight;
  const ends = way > 0 ? e.scrollTop >= room - 2 : e.scrollTop <= 2;
  if (room > 2 && !ends) e.scrollBy({ top: way * e.clientHeight * 0.9 });
  else s.stage.turn(way);
}

/** Moves the focus from the stage to the lines of the page. */
function lines(s: Shortcuts): boolean {
  if (document.activeElement?.closest(".line")) return false;
  const paper = s.stage.papers.find((p) => p.page === s.stage.page && p.data?.lines.length) ?? s.stage.papers.find((p) => p.data?.lines.length);
  paper?.focusLine(0);
  return !!paper;
}
