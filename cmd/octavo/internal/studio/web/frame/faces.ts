// The style's own faces: the studio's words are set in them, so that it looks like the book.

const descriptors: Record<string, FontFaceDescriptors> = {
  regular: { style: "normal", weight: "400" },
  italic: { style: "italic", weight: "400" },
  bold: { style: "normal", weight: "700" },
};

let used: string | undefined;
let loaded: FontFace[] = [];

/** Uses faces, given by where they are. They take the place of those before when all have come. */
export async function useFaces(faces: Record<string, string>): Promise<void> {
  const wanted = JSON.stringify(faces);
  if (wanted === used) return;
  used = wanted;
  const all = Object.entries(faces).map(([name, address]) => new FontFace("Book", `url(${JSON.stringify(address)})`, descriptors[name] ?? {}));
  const came = await Promise.allSettled(all.map((f) => f.load()));
  if (wanted !== used) return;
  for (const f of loaded) document.fonts.delete(f);
  loaded = all.filter((_, i) => came[i]!.status === "fulfilled"); // a face that does not come is replaced by another of the browser's
  for (const f of loaded) document.fonts.add(f);
}
