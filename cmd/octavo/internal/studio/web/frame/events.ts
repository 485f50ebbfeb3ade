// Listening to what the studio tells, and saying so when it cannot be heard.
import { Refused, get, type Place, type Summary } from "../api";

/** Who is told what. */
export interface Listener {
  book(book: Summary): void;
  show(place: Place): void;
  /** The studio is there again ("") or does not answer: what is wrong, and what to do. */
  away(message: string): void;
}

const ended = "The studio has ended. Start it again with octavo serve, and open the address that it prints.";
const slow = 1500; // milliseconds after which a lost connection is worth a word
const again = 2000; // milliseconds between attempts where the browser makes none by itself
const hiddenFor = 60_000; // milliseconds after which a page that nobody sees lets go: a browser has few connections

/** Listens until the page is closed. */
export function listen(to: Listener): void {
  let events: EventSource | undefined;
  let timer = 0;
  const later = (f: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(f, ms);
  };
  const close = (): void => {
    clearTimeout(timer);
    events?.close();
    events = undefined;
  };
  const connect = (): void => {
    close();
    const source = (events = new EventSource("/api/events"));
    source.addEventListener("book", (e) => to.book(read<Summary>(e)));
    source.addEventListener("show", (e) => to.show(read<Place>(e)));
    for (const kind of ["progress", "comments"]) { // for the views that listen for them
      source.addEventListener(kind, (e) => dispatchEvent(new CustomEvent("octavo-" + kind, { detail: read<unknown>(e) })));
    }
    source.onopen = () => {
      clearTimeout(timer);
      to.away("");
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) later(() => void refused(), 0);
      else later(() => to.away(ended), slow);
    };
  };
  const refused = async (): Promise<void> => {
    close();
    try {
      await get<unknown>("/api/book");
      to.away("The studio is open in too many windows. Close some of them.");
    } catch (e) {
      to.away(e instanceof Refused ? "This page is of a studio that has ended. Open the address that octavo serve printed last." : ended);
    }
    later(connect, again);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) later(close, hiddenFor);
    else if (!events) connect();
    else clearTimeout(timer);
  });
  connect();
}

function read<T>(e: Event): T {
  return JSON.parse((e as MessageEvent<string>).data) as T;
}
