// Draws pages on a canvas, by outlines, so that they are sharp at every size.
import { get, path } from "../api";

/** One item of a page; see ink in glyphs.go. */
export interface Ink {
  f?: number;
  s?: number;
  a?: number[];
  g?: number[];
  p?: string;
  c?: string;
  k?: string;
  w?: number;
  d?: number;
  m?: [number, number, number, number, number, number];
  b?: [number, number, number, number];
  i?: Ink[];
}

/** The ink of a page, in points; see sheet in glyphs.go. */
export interface Sheet {
  width: number;
  height: number;
  bleed?: number;
  turned?: boolean;
  items: Ink[];
}

/** The outlines of glyphs, by font and glyph. Each is asked for once. */
const outlines = new Map<number, Map<number, Path2D>>();

/** Fetches the outlines that a page needs and that are not known. */
export async function prepare(sheet: Sheet): Promise<void> {
  const missing = new Map<number, Set<number>>();
  const walk = (items: Ink[]): void => {
    for (const it of items) {
      if (it.i) walk(it.i);
      if (it.f === undefined || !it.g) continue;
      const known = outlines.get(it.f);
      for (let k = 0; k < it.g.length; k += 3) {
        const glyph = it.g[k]!;
        if (known?.has(glyph)) continue;
        const set = missing.get(it.f) ?? new Set();
        missing.set(it.f, set.add(glyph));
      }
    }
  };
  walk(sheet.items);
  await Promise.all([...missing].map(async ([font, glyphs]) => {
    const answer = await get<Record<string, string>>(path("/api/glyphs/" + font, { ids: [...glyphs].sort((a, b) => a - b).join(",") }));
    const known = outlines.get(font) ?? new Map<number, Path2D>();
    outlines.set(font, known);
    for (const [glyph, d] of Object.entries(answer)) known.set(Number(glyph), new Path2D(d));
  }));
}

/** Draws a page whose outlines are there; one point is scale pixels of the canvas. */
export function draw(canvas: HTMLCanvasElement, sheet: Sheet, scale: number): void {
  canvas.width = Math.round(sheet.width * scale);
  canvas.height = Math.round(sheet.height * scale);
  const c = canvas.getContext("2d", { alpha: false })!;
  c.fillStyle = "#fff";
  c.fillRect(0, 0, canvas.width, canvas.height);
  c.setTransform(scale, 0, 0, scale, 0, 0);
  if (sheet.turned) c.transform(-1, 0, 0, -1, sheet.width, sheet.height);
  items(c, sheet.items);
}

function items(c: CanvasRenderingContext2D, all: Ink[]): void {
  for (const it of all) {
    if (it.g) text(c, it);
    else if (it.p !== undefined) shape(c, it);
    else if (it.i) group(c, it);
  }
}

function text(c: CanvasRenderingContext2D, it: Ink): void {
  const known = outlines.get(it.f!);
  const g = it.g!, [x, y] = it.a! as [number, number], s = it.s!;
  c.fillStyle = it.c!;
  const before = c.getTransform();
  for (let k = 0; k < g.length; k += 3) {
    const outline = known?.get(g[k]!);
    if (!outline) continue;
    c.translate(x + g[k + 1]! / 1000, y - g[k + 2]! / 1000);
    c.scale(s, -s);
    c.fill(outline);
    c.setTransform(before);
  }
}

function shape(c: CanvasRenderingContext2D, it: Ink): void {
  const p = new Path2D(it.p);
  if (it.c) {
    c.fillStyle = it.c;
    c.fill(p);
  }
  if (it.k && it.w) {
    c.strokeStyle = it.k;
    c.lineWidth = it.w;
    c.setLineDash(it.d ? [it.d] : []);
    c.stroke(p);
  }
}

function group(c: CanvasRenderingContext2D, it: Ink): void {
  c.save();
  c.transform(...it.m!);
  if (it.b) {
    const clip = new Path2D();
    clip.rect(...it.b);
    c.clip(clip);
  }
  items(c, it.i!);
  c.restore();
}
