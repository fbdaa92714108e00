import type { LocalPlace } from '../../../extension/host-tools/files/local-place.ts';

/** A folder of the rep's, kept in memory: whole files by their path in it. */
export interface PlaceInMemory extends LocalPlace {
  readonly files: Map<string, Uint8Array>;
  readonly folders: Set<string>;
}

export function placeInMemory(): PlaceInMemory {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>();
  const at = (prefix: string): LocalPlace => ({
    name: prefix,
    holdsFolders: true,
    items: async () => [],
    look: async (name) => (files.has(prefix + name) ? 'file' : folders.has(prefix + name) ? 'folder' : undefined),
    async makeFolder(name) {
      folders.add(prefix + name);
      return at(`${prefix}${name}/`);
    },
    async create(name) {
      const parts: Uint8Array[] = [];
      return {
        write: async (bytes) => void parts.push(bytes.slice()),
        close: async () => void files.set(prefix + name, Buffer.concat(parts)),
        abort: async () => undefined,
      };
    },
  });
  return { ...at(''), files, folders };
}
