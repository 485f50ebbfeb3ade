// Pictures and drawings on pages. Their keys name what is in them, so that each is asked for once.
import { ask, get, path } from "../api";

/** A drawing, in its own plane; see vectors in vectors.go. */
interface Vectors {
  width: number;
  height: number;
  clips?: { p: string; e?: boolean }[];
  marks: Mark[];
}

type Matrix = [number, number, number, number, number, number];

interface Mark {
  b?: number[];
  p?: string;
  e?: boolean;
  c?: Paint;
  k?: Paint;
  w?: { w: number; c: CanvasLineCap; j: CanvasLineJoin; m: number; d?: number[]; o?: number };
  x?: number;
  m?: Matrix;
  o?: number;
}

interface Paint {
  c: string;
  o: number;
  g?: number[];
  m?: Matrix;
  s?: { a: number; c: string }[];
}

/** A picture, as wide in pixels as it was asked for. */
interface Known {
  image: ImageBitmap;
  asked: number;
}

const pictures = new Map<string, Known>();
const drawings = new Map<string, Vectors>();

/** How many pictures are kept. The one that was drawn the longest ago goes first. */
const mostPictures = 60;

/** Returns a power of two that is no less than a number of pixels, or all pixels there are. */
function enough(pixels: number, all: number): number {
  let w = 256;
  while (w < pixels) w *= 2;
  return Math.min(w, all);
}

/** Fetches a picture in the width that it will have in pixels, unless it is known so wide. */
export function preparePicture(key: string, all: number, pixels: number): Promise<boolean> {
  return fetchPicture(key, "/api/picture/" + key, enough(pixels, all));
}

async function fetchPicture(name: string, base: string, width: number, part?: number): Promise<boolean> {
  const known = pictures.get(name);
  if (known && known.asked >= width) return false;
  const response = await ask(path(base, { w: width, part }));
  if (!response.ok) return false; // its place stays white; the problems say why
  const image = await createImageBitmap(await response.blob(), { colorSpaceConversion: "none" });
  pictures.delete(name);
  pictures.set(name, { image, asked: width });
  for (const [k, old] of pictures) {
    if (pictures.size <= mostPictures) break;
    pictures.delete(k);
    old.image.close();
  }
  return true;
}

/** Fetches a drawing, and the pictures in it. */
export async function prepareVectors(key: string, pixels: number): Promise<boolean> {
  const fresh = !drawings.has(key);
  if (fresh) drawings.set(key, await get<Vectors>("/api/drawing/" + key));
  const parts = drawings.get(key)!.marks.filter((m) => m.x !== undefined);
  const fetched = await Promise.all(parts.map((m) => fetchPicture(key + "/" + m.x, "/api/picture/" + key, enough(pixels, 1 << 14), m.x)));
  return fresh || fetched.includes(true);
}

/** Draws a picture in its box. */
export function drawPicture(c: CanvasRenderingContext2D, key: string, box: number[]): void {
  const known = pictures.get(key);
  if (!known) return;
  c.imageSmoothingQuality = "high";
  c.drawImage(known.image, box[0]!, box[1]!, box[2]!, box[3]!);
}

/** Draws a drawing in its box. */
export function drawVectors(c: CanvasRenderingContext2D, key: string, box: number[]): void {
  const d = drawings.get(key);
  if (!d || !d.width || !d.height) return;
  const [x, y, w, h] = box as [number, number, number, number];
  c.save();
  c.beginPath();
  c.rect(x, y, w, h);
  c.clip();
  c.transform(w / d.width, 0, 0, h / d.height, x, y);
  for (const m of d.marks) drawMark(c, key, d, m);
  c.restore();
}

function drawMark(c: CanvasRenderingContext2D, key: string, d: Vectors, m: Mark): void {
  c.save();
  for (const n of m.b ?? []) {
    const clip = d.clips![n]!;
    c.clip(new Path2D(clip.p), clip.e ? "evenodd" : "nonzero");
  }
  if (m.x !== undefined) drawPart(c, key + "/" + m.x, m);
  else if (m.p !== undefined) drawShape(c, m);
  c.restore();
}

/** Draws a picture of pixels in a drawing. */
function drawPart(c: CanvasRenderingContext2D, name: string, m: Mark): void {
  const known = pictures.get(name);
  if (!known) return;
  c.globalAlpha = m.o ?? 1;
  c.transform(...m.m!);
  c.imageSmoothingQuality = "high";
  c.drawImage(known.image, 0, 0, 1, 1);
}

function drawShape(c: CanvasRenderingContext2D, m: Mark): void {
  const shape = new Path2D(m.p);
  if (m.c) painted(c, m.c, shape, (p) => c.fill(p, m.e ? "evenodd" : "nonzero"));
  if (m.k && m.w) {
    c.lineWidth = m.w.w;
    c.lineCap = m.w.c;
    c.lineJoin = m.w.j;
    c.miterLimit = m.w.m || 10;
    c.setLineDash(m.w.d ?? []);
    c.lineDashOffset = m.w.o ?? 0;
    if (m.k.g) strokeGradient(c, m.k, shape);
    else painted(c, m.k, shape, (p) => c.stroke(p), "strokeStyle");
  }
}

/** Paints a shape with a colour, or with a gradient in the gradient's own plane. */
function painted(c: CanvasRenderingContext2D, p: Paint, shape: Path2D, ink: (p: Path2D) => void, style: "fillStyle" | "strokeStyle" = "fillStyle"): void {
  c.globalAlpha = p.o;
  if (!p.g) {
    c[style] = p.c;
    ink(shape);
    return;
  }
  c.save();
  c.transform(...p.m!);
  const there = new Path2D();
  there.addPath(shape, new DOMMatrix(p.m!).inverse());
  c[style] = gradient(c, p);
  ink(there);
  c.restore();
}

/** Strokes a shape with a gradient, whose plane must not bend the pen: where the planes differ, the gradient is moved by its ends. */
function strokeGradient(c: CanvasRenderingContext2D, p: Paint, shape: Path2D): void {
  const m = new DOMMatrix(p.m!);
  const moved = (x: number, y: number): [number, number] => [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f];
  const size = Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)), g = p.g!;
  const there = g.length === 4 ? [...moved(g[0]!, g[1]!), ...moved(g[2]!, g[3]!)] : [...moved(g[0]!, g[1]!), g[2]! * size, ...moved(g[3]!, g[4]!), g[5]! * size];
  c.globalAlpha = p.o;
  c.strokeStyle = gradient(c, { ...p, g: there });
  c.stroke(shape);
}

function gradient(c: CanvasRenderingContext2D, p: Paint): CanvasGradient {
  const g = p.g! as [number, number, number, number, number, number];
  const out = p.g!.length === 4 ? c.createLinearGradient(g[0], g[1], g[2], g[3]) : c.createRadialGradient(...g);
  for (const s of p.s ?? []) out.addColorStop(s.a, s.c);
  return out;
}
