// Lines over a page that a printer sees and a reader does not: where it is cut, where the text stands.
import { el } from "../dom";
import type { Frame, Layout } from "./book";
import { spineOf } from "./spreads";

interface Overlay {
  readonly name: OverlayName;
  readonly title: string;
  readonly key: string;
}

export type OverlayName = "trim" | "margins" | "baselines" | "bleed" | "gutter" | "safe";

/** The overlays in the order of their menu, each with the key that shows it. */
export const overlays: Overlay[] = [
  { name: "trim", title: "Trim", key: "t" },
  { name: "margins", title: "Margins", key: "m" },
  { name: "baselines", title: "Baseline grid", key: "b" },
  { name: "bleed", title: "Bleed", key: "l" },
  { name: "gutter", title: "Gutter", key: "u" },
  { name: "safe", title: "Safe area", key: "s" },
];

/** Returns why an overlay shows nothing, "" when it does. */
function nothingOf(name: OverlayName, frame: Frame): string {
  if (name === "bleed" && !frame.bleed) return "nothing bleeds in this book";
  if ((name === "gutter" && !frame.gutter) || (name === "safe" && !frame.safe)) return "select a printer";
  return "";
}

const svg = "http://www.w3.org/2000/svg";

/** Returns the overlays of a page. */
export function overlay(page: number, layout: Layout, shown: ReadonlySet<OverlayName>): SVGSVGElement {
  const { width: w, height: h, frame: f } = layout;
  const out = document.createElementNS(svg, "svg");
  out.setAttribute("viewBox", `0 0 ${w} ${h}`);
  out.setAttribute("class", "overlay");
  out.setAttribute("aria-hidden", "true");
  const add = (name: OverlayName, d: string): void => {
    const p = document.createElementNS(svg, "path");
    p.setAttribute("class", name);
    p.setAttribute("d", d);
    out.append(p);
  };
  const atLeft = spineOf(page, layout) !== "right";
  const left = atLeft ? f.inner : f.outer, right = atLeft ? f.outer : f.inner;
  if (shown.has("baselines")) add("baselines", baselines(f, h, w));
  if (shown.has("margins")) add("margins", box(left, f.top, w - left - right, h - f.top - f.bottom));
  if (shown.has("safe") && f.safe) {
    const inner = f.gutter ?? f.safe;
    add("safe", box(atLeft ? inner : f.safe, f.safe, w - inner - f.safe, h - 2 * f.safe));
  }
  if (shown.has("gutter") && f.gutter) add("gutter", box(atLeft ? 0 : w - f.gutter, 0, f.gutter, h));
  if (shown.has("trim")) add("trim", box(0, 0, w, h));
  if (shown.has("bleed") && f.bleed) add("bleed", box(-f.bleed, -f.bleed, w + 2 * f.bleed, h + 2 * f.bleed));
  return out;
}

/** Returns the lines of the grid in the height of the text. */
function baselines(f: Frame, height: number, width: number): string {
  if (!(f.grid > 1)) return "";
  let d = "";
  const first = f.first + Math.ceil((f.top - f.first) / f.grid) * f.grid;
  for (let y = first; y <= height - f.bottom + 0.01; y += f.grid) d += `M0 ${y.toFixed(3)}H${width}`;
  return d;
}

const box = (x: number, y: number, w: number, h: number): string => `M${x} ${y}h${w}v${h}h${-w}z`;

/** Returns the boxes that show overlays, for a menu. Changed is called when one is. */
export function overlayBoxes(shown: Set<OverlayName>, frame: Frame, changed: () => void): HTMLElement[] {
  return overlays.map((o) => {
    const why = nothingOf(o.name, frame);
    const input = el("input", { type: "checkbox", name: o.name, onchange: () => {
      if (input.checked) shown.add(o.name);
      else shown.delete(o.name);
      changed();
    } });
    input.checked = shown.has(o.name);
    return el("label", {}, input, el("span", {}, o.title), why ? el("small", {}, why) : el("kbd", {}, o.key.toUpperCase()));
  });
}
