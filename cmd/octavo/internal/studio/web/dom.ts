// Elements of the page, made without a framework.

type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((e: never) => void);

/** Returns a new element. Attributes that begin with "on" are listeners; true sets an empty attribute, false and null none. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, Value> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      e.addEventListener(name.slice(2), value as EventListener);
    } else if (value !== false && value !== null && value !== undefined) {
      e.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(e, children);
  return e;
}

/** Replaces what is in an element. */
export function fill(e: Element, ...children: Child[]): void {
  e.replaceChildren();
  append(e, children);
}

function append(e: Element, children: Child[]): void {
  for (const c of children) {
    if (c) e.append(c);
  }
}

/** Returns "1 page", "2 pages". */
export function count(n: number, one: string, many = one + "s"): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
