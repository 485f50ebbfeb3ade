// Light or dark: as the system has it, or as the author chose.
import { el } from "../dom";
import { remember, remembered } from "./store";

const schemes = ["", "light", "dark"] as const;
type Scheme = (typeof schemes)[number];

const names: Record<Scheme, string> = { "": "as the system has them", light: "light", dark: "dark" };

/** Returns a button that goes through the schemes. */
export function themeButton(say: (message: string) => void): HTMLButtonElement {
  const button = el("button", { type: "button", class: "plain", onclick: () => next() }, halfMoon());
  const stored = remembered("colours");
  let scheme: Scheme = schemes.find((s) => s === stored) ?? "";
  const apply = (): void => {
    if (scheme) document.documentElement.dataset.scheme = scheme;
    else delete document.documentElement.dataset.scheme;
    button.setAttribute("aria-label", "Colours: " + names[scheme]);
    button.title = "Colours: " + names[scheme];
  };
  const next = (): void => {
    scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length]!;
    remember("colours", scheme);
    apply();
    say("Colours: " + names[scheme]);
  };
  apply();
  return button;
}

function halfMoon(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 4.2v11.6a5.8 5.8 0 1 0 0-11.6");
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg as SVGSVGElement;
}
