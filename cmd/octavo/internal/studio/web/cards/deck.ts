// The deck of cards as the studio tells it; see cards.go.
import { get, path, type Place } from "../api";
import { draw, prepare, type Sheet } from "../pages/draw";

/** Something that an author can select. */
export interface Choice {
  id: string;
  name: string;
  color?: string;
}

/** What entries can be filtered by. */
export interface Groups {
  themes: Choice[];
  kinds: Choice[];
  audiences: Choice[];
}

export interface CardProblem {
  error: boolean;
  message: string;
  help?: string[];
  at?: Place;
}

export interface Card {
  id: string;
  label: string;
  title: string;
  back: string;
  entry: boolean;
  kind?: string;
  themes?: string[];
  audience?: string[];
  size?: number;
  page?: number;
  folio?: string;
  at?: Place;
  problems?: CardProblem[];
}

/** One side of a printed sheet; number 0 is a page about the cards. */
export interface PrintedSheet {
  number: number;
  side: "front" | "back" | "";
  width: number;
  height: number;
}

export interface Deck extends Groups {
  state: number;
  old?: boolean;
  fault?: string;
  width: number;
  height: number;
  corner: number;
  size: string;
  cards: Card[];
  sheets: PrintedSheet[];
  without: number;
  problems: CardProblem[];
  styles?: Choice[];
  sizes?: Choice[];
  designs: Choice[];
  papers?: Choice[];
  own: Look;
}

/** How cards are looked at; "" is what book.toml has. */
export interface Look {
  style: string;
  card: string;
  design: string;
  sheet: string;
}

export const asInBook: Look = { style: "", card: "", design: "", sheet: "" };

export interface Faces {
  front: Sheet;
  back: Sheet;
}

export const fetchDeck = (look: Look): Promise<Deck> => get<Deck>(path("/api/cards", { ...look }));

export const fetchSheet = (look: Look, n: number): Promise<Sheet> => get<Sheet>(path("/api/cards/sheet/" + n, { ...look }));

/** How many cards are asked for at once; the studio answers at most 200. */
const batch = 40;

/** Fetches faces of cards. Those that are wanted at one time are asked for together. */
export class FaceLoader {
  private waiting = new Map<number, ((f: Faces | undefined) => void)[]>();
  private scheduled = false;

  constructor(private readonly look: () => Look) {}

  /** Returns the faces of a card by its place in the deck; undefined when there is none any more. */
  want(index: number): Promise<Faces | undefined> {
    return new Promise((resolve) => {
      this.waiting.set(index, [...(this.waiting.get(index) ?? []), resolve]);
      if (!this.scheduled) {
        this.scheduled = true;
        queueMicrotask(() => void this.load());
      }
    });
  }

  private async load(): Promise<void> {
    this.scheduled = false;
    const all = [...this.waiting];
    this.waiting = new Map();
    for (let k = 0; k < all.length; k += batch) {
      const some = all.slice(k, k + batch);
      let got: Record<string, Faces> = {};
      try {
        got = await get<Record<string, Faces>>(path("/api/cards/faces", { ...this.look(), cards: some.map(([i]) => i).join(",") }));
        const items = Object.values(got).flatMap((f) => [...f.front.items, ...f.back.items]);
        await prepare({ width: 0, height: 0, items }); // all that these cards need, in few requests
      } catch {
        // The deck has gone; the view asks again when the book changes.
      }
      for (const [i, resolves] of some) for (const r of resolves) r(got[i]);
    }
  }
}

/** Draws a face on a canvas that is so many CSS pixels wide. */
export async function paint(canvas: HTMLCanvasElement, sheet: Sheet, width: number): Promise<void> {
  const scale = (width / sheet.width) * devicePixelRatio;
  await prepare(sheet, scale);
  draw(canvas, sheet, scale);
}
