// The screens that an e-book is looked at on.
import { recall, remember } from "../frame/store";

export type DeviceName = "phone" | "tablet" | "ink";

export interface Device {
  name: DeviceName;
  title: string;
  width: number; // of the screen, in CSS pixels
  height: number;
  grey: boolean;
  type: number; // the size of type that a reader has at first, in CSS pixels
}

/** A phone and a tablet of today, and a screen of electronic paper: 6 in, 1072 × 1448 pixels at 300 to the inch, which are 343 × 463 of CSS's. */
export const devices: Device[] = [
  { name: "phone", title: "Phone", width: 390, height: 844, grey: false, type: 18 },
  { name: "tablet", title: "Tablet", width: 820, height: 1180, grey: false, type: 20 },
  { name: "ink", title: "E-ink", width: 343, height: 463, grey: true, type: 15 },
];

/** The sizes of type that a reader goes through, as parts of the first. */
export const sizes = [0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** How an e-book is looked at. */
export interface Reading {
  device: DeviceName;
  scheme: "light" | "dark";
  size: number; // one of sizes
  breaks: boolean;
  flow: "pages" | "scroll";
}

const atFirst: Reading = { device: "phone", scheme: "light", size: 1, breaks: false, flow: "pages" };

/** Returns how the e-book was last looked at. */
export const restore = (): Reading => ({ ...atFirst, ...recall<Partial<Reading>>("ebook", {}) });

/** Keeps how the e-book is looked at for the next time. */
export const keep = (r: Reading): void => remember("ebook", JSON.stringify(r));
