/** Does one copy: a file, or a folder with all that is in it. What cannot be copied is left out and said; the rest goes on. */
import { AppError } from '../../../shared/contract/errors.ts';
import type { FileKind, InUse } from '../../../shared/contract/host-files.ts';
import { fileToolTexts } from '../../texts/host-files-en.ts';
import { isInterrupted, type FilesLink } from './files-link.ts';
import { giveFile } from './give-file.ts';
import type { LocalFile, LocalFolder, LocalItem } from './local-item.ts';
import { localName, otherLocalName } from './local-name.ts';
import { localTrouble, type LocalPlace } from './local-place.ts';
import { listWhole } from './remote-folder.ts';
import { takeFile, type CopyPorts } from './take-file.ts';

/** What is to be copied, and where to. */
export type CopyOrder =
  | {
      readonly way: 'take';
      readonly folder: string;
      readonly name: string;
      readonly kind: FileKind;
      readonly bytes: number;
      readonly to: LocalPlace;
    }
  | { readonly way: 'give'; readonly item: LocalItem; readonly folder: string };

/** A name that is in use where the copy goes. */
export interface NameInUse {
  readonly name: string;
  readonly way: CopyOrder['way'];
}

export type InUseAnswer = 'skip' | 'replace' | 'keep-both';

export interface CopyWorkPorts {
  readonly link: FilesLink;
  readonly stop: AbortSignal;
  /** Asks the rep, or repeats what they said for all. */
  readonly ask: (about: NameInUse) => Promise<InUseAnswer>;
  /** How much there is, once that is known. */
  readonly onTotal: (bytes: number) => void;
  readonly onAt: (bytes: number) => void;
  readonly onFile: (name: string) => void;
  readonly onLeftOut: (name: string, why: string) => void;
  readonly onInterrupted: (isInterrupted: boolean) => void;
}

/** Resolves when all is done that could be; says whether anything was copied at all. Rejects for a copy that failed whole. */
export async function workCopy(order: CopyOrder, ports: CopyWorkPorts): Promise<'done' | 'skipped'> {
  const { link } = ports;
  const root = order.way === 'take' ? order.name : order.item.name;
  let copy: { readonly number: number; readonly generation: number } | undefined;
  let doneBytes = 0;
  let copied = 0;

  const numberOfCopy = async () => {
    if (copy?.generation === link.generation) return copy.number;
    const { generation } = link;
    const begun = await link.call('copies.begin', { way: order.way, folder: order.folder, name: root });
    copy = { number: begun.copy, generation };
    return begun.copy;
  };
  const filePorts: CopyPorts = {
    link,
    stop: ports.stop,
    copy: numberOfCopy,
    onAt: (bytes) => ports.onAt(doneBytes + bytes),
    onInterrupted: ports.onInterrupted,
  };

  /** Over every break of the link: what only asks may be asked again. */
  async function steadily<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        ports.stop.throwIfAborted();
        return await ask();
      } catch (error) {
        if (!isInterrupted(error) || ports.stop.aborted) throw error;
        ports.onInterrupted(true);
        await link.back(ports.stop);
        ports.onInterrupted(false);
      }
    }
  }

  /** In a folder one file that fails is left out; alone, it is the whole copy. */
  async function perhaps(name: string, isRoot: boolean, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const trouble = localTrouble(error);
      if (isRoot || ports.stop.aborted || !(trouble instanceof AppError) || trouble.code === 'store-full')
        throw trouble;
      ports.onLeftOut(name, trouble.message);
    }
  }

  async function takeOne(path: string, name: string, bytes: number, to: LocalPlace): Promise<void> {
    ports.onFile(name);
    let own = localName(name);
    const before = await to.look(own);
    if (before === 'folder') throw new AppError('already-exists', { text: fileToolTexts.folderInWay(own) });
    if (before === 'file') {
      const answer = await ports.ask({ name: own, way: 'take' });
      if (answer === 'skip') return;
      for (let nth = 2; answer === 'keep-both' && (await to.look(own)) !== undefined; nth += 1)
        own = otherLocalName(localName(name), nth);
    }
    await takeFile(path, (size) => to.create(own, size), filePorts);
    doneBytes += bytes;
    copied += 1;
  }

  async function takeFolder(path: string, name: string, to: LocalPlace): Promise<void> {
    const own = localName(name);
    if ((await to.look(own)) === 'file') throw new AppError('already-exists', { text: fileToolTexts.fileInWay(own) });
    const into = await to.makeFolder(own);
    copied += 1;
    const { entries, separator } = await steadily(() => listWhole(link, path));
    for (const entry of entries) {
      const inside = path.endsWith(separator) ? path + entry.name : path + separator + entry.name;
      if (entry.kind === 'folder') await perhaps(entry.name, false, () => takeFolder(inside, entry.name, into));
      else if (entry.kind === 'file')
        await perhaps(entry.name, false, () => takeOne(inside, entry.name, entry.bytes, into));
      // Links are not followed, and there is nothing to copy of a device.
      else ports.onLeftOut(entry.name, fileToolTexts.leftOut[entry.kind]);
    }
  }

  async function giveOne(item: LocalFile, folder: string): Promise<void> {
    ports.onFile(item.name);
    const { kind } = await steadily(() => link.call('files.look', { folder, name: item.name }));
    let inUse: InUse = 'refuse';
    if (kind === 'folder') throw new AppError('already-exists', { text: fileToolTexts.folderInWay(item.name) });
    if (kind !== null) {
      const answer = await ports.ask({ name: item.name, way: 'give' });
      if (answer === 'skip') return;
      inUse = answer;
    }
    await giveFile(await item.open(), { folder, name: item.name, inUse }, filePorts);
    doneBytes += item.bytes;
    copied += 1;
  }

  async function giveFolder(item: LocalFolder, folder: string): Promise<void> {
    const { path } = await steadily(async () =>
      link.call('copies.make-folder', { copy: await numberOfCopy(), folder, name: item.name }),
    );
    copied += 1;
    for (const inside of await item.items())
      await perhaps(inside.name, false, () =>
        inside.kind === 'file' ? giveOne(inside, path) : giveFolder(inside, path),
      );
  }

  try {
    if (order.way === 'give') {
      ports.onTotal(await bytesOf(order.item));
      const { item, folder } = order;
      await perhaps(root, true, () => (item.kind === 'file' ? giveOne(item, folder) : giveFolder(item, folder)));
    } else {
      const { entry, path } = await steadily(() => findSource(link, order));
      ports.onTotal(entry.bytes);
      await perhaps(root, true, () =>
        entry.kind === 'folder' ? takeFolder(path, root, order.to) : takeOne(path, root, entry.bytes, order.to),
      );
    }
    return copied > 0 ? 'done' : 'skipped';
  } finally {
    // Over another link the host has ended it by itself.
    if (copy?.generation === link.generation) link.call('copies.end', { copy: copy.number }).catch(() => undefined);
  }
}

async function findSource(
  link: FilesLink,
  { folder, name, kind, bytes, to }: Extract<CopyOrder, { way: 'take' }>,
): Promise<{ path: string; entry: { kind: 'file' | 'folder'; bytes: number } }> {
  const separator = separatorOf(folder);
  const path = folder.endsWith(separator) ? folder + name : folder + separator + name;
  if (kind === 'file') return { path, entry: { kind, bytes } };
  if (kind !== 'folder') throw new AppError('not-allowed', { text: fileToolTexts.leftOut[kind] });
  if (!to.holdsFolders) throw new AppError('invalid', { text: fileToolTexts.local.noFolders });
  const measured = await link.call('files.measure', { path });
  return { path, entry: { kind, bytes: measured.bytes } };
}

/** What parts folders in the paths of that computer. */
export function separatorOf(path: string): '/' | '\\' {
  return path.startsWith('/') ? '/' : '\\';
}

async function bytesOf(item: LocalItem): Promise<number> {
  if (item.kind === 'file') return item.bytes;
  let sum = 0;
  for (const inside of await item.items()) sum += await bytesOf(inside);
  return sum;
}
