// Draws pages on a canvas, by outlines, so that they are sharp at every size.
import { get, path } from "../api";
import { drawPicture, drawVectors, preparePicture, prepareVectors } from "./pictures";

/** One item of a page; see ink in sheet.go. */
interface Ink {
  f?: number;
  s?: number;
  a?: number[];
  g?: number[];
  y?: number[];
  p?: string;
  c?: string;
  k?: string;
  w?: number;
  d?: number;
  x?: string;
  n?: number;
  v?: string;
  m?: [number, number, number, number, number, number];
  b?: [number, number, number, number];
  i?: Ink[];
}

/** The ink of a page, in points; see sheet in sheet.go. */
export interface Sheet {
  width: number;
  height: number;
  bleed?: number;
  turned?: boolean;
  items: Ink[];
}

/** A part of a page, in points from its upper left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The outlines of glyphs, by font and glyph. Each is asked for once. */
const outlines = new Map<number, Map<number, Path2D>>();

/** Fetches the outlines, drawings and pictures that a page needs and that are not known; scale is how many pixels a point will have. It
 *  returns whether there was anything to fetch. */
export async function prepare(sheet: Sheet, scale = 2): Promise<boolean> {
  const missing = new Map<number, Set<number>>();
  const others: Promise<boolean>[] = [];
  const walk = (items: Ink[], factor: number): void => {
    for (const it of items) {
      if (it.i) walk(it.i, factor * Math.hypot(it.m![0], it.m![1]));
      else if (it.g) wanted(it, missing);
      else if (it.x) others.push(preparePicture(it.x, it.n!, it.a![2]! * factor));
      else if (it.v) others.push(prepareVectors(it.v, it.a![2]! * factor));
    }
  };
  walk(sheet.items, scale);
  for (const [font, glyphs] of missing) others.push(fetchOutlines(font, glyphs));
  return (await Promise.all(others)).includes(true);
}

/** Adds the glyphs of a text whose outlines are not known. */
function wanted(it: Ink, missing: Map<number, Set<number>>): void {
  const font = it.f!, g = it.g!;
  const known = outlines.get(font);
  for (let k = 0; k < g.length; k += 2) {
    const glyph = g[k]!;
    if (known?.has(glyph)) continue;
    const set = missing.get(font) ?? new Set();
    missing.set(font, set.add(glyph));
  }
}

async function fetchOutlines(font: number, glyphs: Set<number>): Promise<boolean> {
  const answer = await get<Record<string, string>>(path("/api/glyphs/" + font, { ids: [...glyphs].sort((a, b) => a - b).join(",") }));
  const known = outlines.get(font) ?? new Map<number, Path2D>();
  outlines.set(font, known);
  for (const [glyph, d] of Object.entries(answer)) known.set(Number(glyph), new Path2D(d));
  return true;
}

/** Draws a page, or a part of it, whose outlines are there; one point is scale pixels of the canvas. */
export function draw(canvas: HTMLCanvasElement | OffscreenCanvas, sheet: Sheet, scale: number, area?: Area): void {
  const of = area ?? { x: 0, y: 0, width: sheet.width, height: sheet.height };
  const width = Math.max(1, Math.round(of.width * scale)), height = Math.max(1, Math.round(of.height * scale));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const c = canvas.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
  c.setTransform(1, 0, 0, 1, 0, 0);
  c.fillStyle = "#fff";
  c.fillRect(0, 0, width, height);
  c.setTransform(scale, 0, 0, scale, -of.x * scale, -of.y * scale);
  if (sheet.turned) c.transform(-1, 0, 0, -1, sheet.width, sheet.height);
  drawItems(c, sheet.items, area && !sheet.turned ? of : undefined);
}

/** Draws items. Text outside of the area, if there is one, is left out. */
function drawItems(c: CanvasRenderingContext2D, all: Ink[], area?: Area): void {
  for (const it of all) {
    if (it.g) {
      if (!area || near(it, area)) drawText(c, it);
    } else if (it.p !== undefined) drawShape(c, it);
    else if (it.x) drawPicture(c, it.x, it.a!);
    else if (it.v) drawVectors(c, it.v, it.a!);
    else if (it.i) drawGroup(c, it);
  }
}

/** The units an em of any font are no more than this many. */
const mostUnits = 4096;

/** Reports whether a text may show in an area. */
function near(it: Ink, area: Area): boolean {
  const em = it.s! * mostUnits, y = it.a![1]!;
  return y + em > area.y && y - em < area.y + area.height;
}

function drawText(c: CanvasRenderingContext2D, it: Ink): void {
  const known = outlines.get(it.f!);
  if (!known) return;
  const g = it.g!, rise = it.y, s = it.s!, y = it.a![1]!;
  const before = c.getTransform();
  const { a, b, c: cc, d, e, f } = before;
  let x = it.a![0]!;
  c.fillStyle = it.c ?? "#000";
  for (let k = 0; k < g.length; k += 2) {
    x += g[k + 1]! / 1000;
    const outline = known.get(g[k]!);
    if (!outline) continue;
    const at = rise ? y - rise[k / 2]! / 1000 : y;
    c.setTransform(a * s, b * s, -cc * s, -d * s, a * x + cc * at + e, b * x + d * at + f);
    c.fill(outline);
  }
  c.setTransform(before);
}

function drawShape(c: CanvasRenderingContext2D, it: Ink): void {
  const p = new Path2D(it.p);
  if (it.c) {
    c.fillStyle = it.c;
    c.fill(p);
  }
  if (it.k && it.w) {
    c.strokeStyle = it.k;
    c.lineWidth = it.w;
    c.lineCap = "butt";
    c.lineJoin = "miter";
    c.setLineDash(it.d ? [it.d] : []);
    c.stroke(p);
  }
}

function drawGroup(c: CanvasRenderingContext2D, it: Ink): void {
  c.save();
  c.transform(...it.m!);
  if (it.b) {
    const clip = new Path2D();
    clip.rect(...it.b);
    c.clip(clip);
  }
  drawItems(c, it.i!);
  c.restore();
}
