/** What the rep has and may give: files and folders, wherever they come from. */
export type LocalItem = LocalFile | LocalFolder;

export interface LocalFile {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: number;
  readonly changedAt: number;
  open(): Promise<File>;
}

export interface LocalFolder {
  readonly kind: 'folder';
  readonly name: string;
  items(): Promise<readonly LocalItem[]>;
}

/** A file that the browser has handed over. */
export function itemOfFile(file: File): LocalFile {
  return { kind: 'file', name: file.name, bytes: file.size, changedAt: file.lastModified, open: async () => file };
}

/** What was dropped. It must be read before the event is over: afterwards the browser has forgotten it. */
export function droppedItems(transfer: DataTransfer): Promise<LocalItem[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length > 0) return Promise.all(entries.map(itemOfEntry));
  return Promise.resolve([...transfer.files].map(itemOfFile));
}

async function itemOfEntry(entry: FileSystemEntry): Promise<LocalItem> {
  if (entry instanceof FileSystemFileEntry)
    return itemOfFile(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  if (!(entry instanceof FileSystemDirectoryEntry)) throw new Error('What was dropped is neither a file nor a folder.');
  return {
    kind: 'folder',
    name: entry.name,
    items: async () => Promise.all((await entriesIn(entry)).map(itemOfEntry)),
  };
}

/** The browser gives them a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...some);
  }
}
