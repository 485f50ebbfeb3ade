// A file that is being edited: what is on disk, what is not saved yet, and what becomes of both.
import { Refused, get, path, post } from "../api";

/** A file as the studio gives it; see fileAnswer in write.go. */
export interface File {
  file: string;
  text: string;
  version: string;
  change?: string;
}

interface Saved {
  version: string;
  text?: string;
}

/** What became of an attempt to save. */
export type Outcome = { kind: "saved" } | { kind: "changed"; text: string; version: string } | { kind: "gone" };

/** How long a pause in typing is before the page shows what was typed, in milliseconds. */
const pause = 60;

/** How often a draft is told again, so that the studio knows that somebody still writes it, in milliseconds. */
const renewal = 25_000;

/** A file with the author's text of it. */
export class Buffer {
  /** The text as it is on disk, as far as is known. */
  private disk: string;
  private version: string;
  private text: string;
  private timer = 0;
  private readonly renewing: number;
  private shown = false; // the studio has a draft
  private saving: Promise<unknown> = Promise.resolve();

  constructor(readonly file: string, private readonly key: string, opened: File, kept: string | undefined) {
    this.disk = opened.text;
    this.version = opened.version;
    this.text = kept ?? opened.text;
    this.renewing = window.setInterval(() => {
      if (this.dirty) void this.tell();
    }, renewal);
    if (this.dirty) void this.tell();
  }

  get dirty(): boolean {
    return this.text !== this.disk;
  }

  get current(): string {
    return this.text;
  }

  get onDisk(): string {
    return this.disk;
  }

  /** Takes what the author has written. The studio is told after a pause. */
  write(text: string): void {
    this.text = text;
    keep(this.key, this.dirty ? text : undefined);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.tell(), pause);
  }

  /** Tells the studio what to show. */
  private async tell(): Promise<void> {
    if (this.dirty) {
      this.shown = true;
      await post<void>("/api/draft", { file: this.file, text: this.text });
    } else await this.drop();
  }

  /** Has the studio show the file as it is on disk. */
  private async drop(): Promise<void> {
    if (!this.shown) return;
    this.shown = false;
    await post<void>("/api/draft?drop", { file: this.file, text: "" });
  }

  /** Lets go of the file. What is not saved stays in the browser. */
  close(): void {
    clearInterval(this.renewing);
    clearTimeout(this.timer);
    void this.drop();
  }

  /** Saves the text, unless the file has been changed elsewhere. It throws Refused. Of two saves the second waits for the version that the
   *  first makes, which it would otherwise take for a change made elsewhere. */
  save(): Promise<Outcome> {
    const saved = this.saving.then(() => this.saveNow());
    this.saving = saved.catch(() => undefined);
    return saved;
  }

  private async saveNow(): Promise<Outcome> {
    clearTimeout(this.timer);
    const text = this.text;
    try {
      const saved = await post<Saved>("/api/file", { file: this.file, text, version: this.version });
      this.settle(text, saved.version);
      this.shown = false; // the studio dropped it
      if (this.dirty) void this.tell(); // written meanwhile
      return { kind: "saved" };
    } catch (e) {
      if (!(e instanceof Refused) || e.status !== 409) throw e;
      const now = e.answer as Saved;
      return now.version ? { kind: "changed", text: now.text ?? "", version: now.version } : { kind: "gone" };
    }
  }

  /** Takes the file on disk for known, so that the next save writes over it: the author has seen it. */
  settle(text: string, version: string): void {
    this.disk = text;
    this.version = version;
    keep(this.key, this.dirty ? this.text : undefined);
  }

  /** Asks whether the file is another one than is known; undefined when it is the same. */
  async look(): Promise<File | "gone" | undefined> {
    await this.saving;
    try {
      const now = await get<File | null>(path("/api/file", { file: this.file, known: this.version }));
      return now && now.version !== this.version ? now : undefined; // it may have been saved meanwhile
    } catch (e) {
      if (e instanceof Refused && e.status === 404) return "gone";
      throw e;
    }
  }
}

/** A file that has been opened: what saving will change besides, and whether text that was not saved was taken up again. */
export interface OpenedFile {
  buffer: Buffer;
  change: string;
  recovered: boolean;
}

/** Opens a file. Text that was not saved when the page was left is taken up again. Book tells books apart. */
export async function openBuffer(file: string, book: string): Promise<OpenedFile> {
  const opened = await get<File>(path("/api/file", { file }));
  const key = `octavo ${book} ${file}`;
  const kept = unsaved(key);
  const recovered = kept !== undefined && kept !== opened.text;
  return { buffer: new Buffer(file, key, opened, recovered ? kept : undefined), change: opened.change ?? "", recovered };
}

/** Keeps unsaved text in the browser, in case that the page is closed; undefined drops it. */
function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The browser keeps nothing; leaving the page warns all the same.
  }
}

function unsaved(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
