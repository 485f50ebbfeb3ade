// What the studio answers, and how it is asked.

/** What is wrong with a request, in an author's words. */
export class Refused extends Error {
  constructor(message: string, readonly help: string, readonly status: number, readonly answer: unknown) {
    super(message);
  }
}

/** A state of the book at a glance; see summary in state.go. */
export interface Summary {
  state: number;
  title: string;
  pages: number;
  cards: number;
  words: number;
  errors: number;
  warnings: number;
  /** The pages are those of an earlier state, because this one has errors; since says when they were set. */
  old: boolean;
  since?: string;
  /** The error that keeps the pages from being set. */
  broken?: Place & { message: string };
  /** What keeps the book from being looked at, and what to do. */
  fault?: string;
  help?: string;
  took: number;
  /** The pages that look different from those of the state before. */
  changed: PageRange[];
  faces: Record<string, string>;
  dir?: "rtl";
  language?: string;
}

/** Pages in a row by their numbers in the file, from 1. */
export interface PageRange {
  from: number;
  to: number;
}

/** How pages are looked at; see look in book.go. */
export interface Look {
  style?: string;
  printer?: string;
  profile?: string;
}

/** Returns a path with parameters; empty ones are left out. */
export function path(base: string, parameters: Record<string, string | number | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [k, v] of Object.entries(parameters)) {
    if (v !== undefined && v !== "") query.set(k, String(v));
  }
  const q = query.toString();
  return q ? base + "?" + q : base;
}

/** Returns the answer to a GET. It throws Refused. */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  return read<T>(await ask(address, { signal: signal ?? null }));
}

/** Returns the answer to a POST of a value as JSON. It throws Refused. */
export async function post<T>(address: string, value: unknown): Promise<T> {
  return read<T>(await ask(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) }));
}

/** Returns the answer to a POST of a file, or of several in a form. It throws Refused. */
export async function send<T>(address: string, body: Blob | FormData): Promise<T> {
  const headers: HeadersInit = body instanceof Blob ? { "Content-Type": "application/octet-stream" } : {}; // the browser says that of a form
  return read<T>(await ask(address, { method: "POST", headers, body }));
}

/** Asks the studio, for answers that are no JSON. One that does not answer refuses. */
export async function ask(address: string, how: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, how);
  } catch (e) {
    if (e instanceof DOMException && e.name === "AbortError") throw e;
    throw new Refused("The studio does not answer", "Start it again with octavo serve.", 0, null);
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  let value: unknown = null;
  try {
    if (text) value = JSON.parse(text);
  } catch {
    value = { message: text.trim() };
  }
  if (!response.ok) {
    const p = (value ?? {}) as { message?: string; help?: string };
    throw new Refused(p.message || "The studio could not answer", p.help ?? "", response.status, value);
  }
  return value as T;
}

/** A place in the manuscript or in book.toml. */
export interface Place {
  file: string;
  line: number;
  column: number;
}
