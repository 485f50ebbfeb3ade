// What the browser remembers of how an author likes the studio. A browser that remembers nothing is no reason to stop.

/** Returns what is remembered by a name, or "". */
export function remembered(name: string): string {
  try {
    return localStorage.getItem("octavo." + name) ?? "";
  } catch {
    return "";
  }
}

/** Returns the value that is remembered by a name as JSON, or what is usual. */
export function recall<T>(name: string, usual: T): T {
  try {
    return JSON.parse(remembered(name)) as T;
  } catch {
    return usual;
  }
}

/** Remembers a value by a name; "" forgets it. */
export function remember(name: string, value: string): void {
  try {
    if (value) localStorage.setItem("octavo." + name, value);
    else localStorage.removeItem("octavo." + name);
  } catch {
    // It is remembered until the page is closed.
  }
}
