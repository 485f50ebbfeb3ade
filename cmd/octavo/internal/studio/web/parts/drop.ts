// Files that are dropped anywhere on the page.

/** A file with its path in the folder that was dropped, or its name. */
export interface Dropped {
  path: string;
  file: File;
}

/** Who takes dropped files, and what the page says while they are held over it; undefined: nobody takes any. */
interface Taker {
  label: () => string | undefined;
  take: (files: Dropped[]) => void;
}

/** The most files that are taken at once. */
const most = 5000;

const takers: Taker[] = [];

/** Has a taker take files that are dropped; of several the first that wants any takes them. */
export function onDrop(taker: Taker): void {
  takers.push(taker);
  if (takers.length > 1) return;
  const wanted = (e: DragEvent): Taker | undefined => e.dataTransfer?.types.includes("Files") ? takers.find((t) => t.label()) : undefined;
  let leaving = 0;
  const end = (): void => { delete document.body.dataset.drop; };
  document.addEventListener("dragover", (e) => {
    const t = wanted(e);
    if (!t) return;
    e.preventDefault();
    clearTimeout(leaving);
    document.body.dataset.drop = t.label()!;
  });
  document.addEventListener("dragleave", () => {
    clearTimeout(leaving);
    leaving = window.setTimeout(end, 150);
  });
  document.addEventListener("drop", (e) => {
    const t = wanted(e);
    if (!t) return;
    e.preventDefault();
    clearTimeout(leaving);
    end();
    void gather(e.dataTransfer!).then((files) => { if (files.length > 0) t.take(files); });
  });
}

/** Returns the files of a drop, those in folders too. */
async function gather(data: DataTransfer): Promise<Dropped[]> {
  const entries = [...data.items].map((i) => i.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  const out: Dropped[] = [];
  if (entries.length === 0 || entries.some((e) => e === null)) return plain.map((file) => ({ path: file.name, file }));
  const walk = async (entry: FileSystemEntry, under: string): Promise<void> => {
    if (out.length >= most || entry.name.startsWith(".")) return;
    if (entry.isFile) {
      const file = await new Promise<File>((ok, no) => (entry as FileSystemFileEntry).file(ok, no));
      out.push({ path: under + entry.name, file });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((ok, no) => reader.readEntries(ok, no));
      if (some.length === 0) return;
      for (const e of some) await walk(e, under + entry.name + "/");
    }
  };
  for (const e of entries) await walk(e!, "");
  return out;
}
