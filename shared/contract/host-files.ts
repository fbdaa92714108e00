/**
 * Viewer ↔ host: the files of the customer's computer. A path is whole and the computer's own; one that leads through a link is
 * refused, until the person opens that link (`files.follow`). What a file holds goes beside the calls, as file-parts.ts says.
 */
import * as v from 'valibot';
import { Nothing, contract, operation } from './contract.ts';
import { Moment } from './text.ts';

const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const Name = v.pipe(v.string(), v.maxLength(1024));
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** `unreadable`: its name is no text, or nothing can be learnt of it. Only files, folders and links can be opened. */
export const FileKind = v.picklist(['file', 'folder', 'link', 'device', 'pipe', 'socket', 'unreadable']);
export type FileKind = v.InferOutput<typeof FileKind>;

/** What stands in a folder. Links are said as links, whatever they lead to. */
export const FolderEntry = v.strictObject({
  name: Name,
  kind: FileKind,
  bytes: Bytes,
  /** By that computer's clock. */
  changedAt: Moment,
  isHidden: v.boolean(),
});
export type FolderEntry = v.InferOutput<typeof FolderEntry>;

/** A page of a folder, by name. `next` is to be asked for as `after`; `null` when this was the last one. */
export const FolderPage = v.strictObject({
  path: Path,
  parent: v.nullable(Path),
  entries: v.array(FolderEntry),
  next: v.nullable(Name),
});
export type FolderPage = v.InferOutput<typeof FolderPage>;

/** Where browsing can begin. */
export const Place = v.strictObject({ kind: v.picklist(['home', 'drive']), path: Path });
export type Place = v.InferOutput<typeof Place>;

/** What is done when the name is in use: the person has been asked before. */
export const InUse = v.picklist(['refuse', 'replace', 'keep-both']);
export type InUse = v.InferOutput<typeof InUse>;

export const TransferId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff));
/** Begun and not finished on the customer's disk; whoever knows this can go on after the link broke. */
const HalfId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const CopyId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff));

export const hostFilesContract = contract(
  {
    'files.places': operation(Nothing, v.strictObject({ places: v.array(Place) })),
    'files.list': operation(v.strictObject({ path: Path, after: v.nullable(Name) }), FolderPage),
    /** Where a link leads that the person opened. */
    'files.follow': operation(v.strictObject({ path: Path }), v.strictObject({ path: Path, kind: FileKind })),
    /** `kind` is `null` where there is nothing of this name. */
    'files.look': operation(
      v.strictObject({ folder: Path, name: Name }),
      v.strictObject({ kind: v.nullable(FileKind), bytes: Bytes, changedAt: Moment }),
    ),
    'files.make-folder': operation(v.strictObject({ folder: Path, name: Name }), v.strictObject({ path: Path })),
    'files.rename': operation(v.strictObject({ path: Path, name: Name }), v.strictObject({ path: Path })),
    /** What a removal would take along. `isWhole` is false where counting was given up. */
    'files.measure': operation(
      v.strictObject({ path: Path }),
      v.strictObject({ files: Count, folders: Count, bytes: Bytes, isWhole: v.boolean() }),
    ),
    'files.remove': operation(v.strictObject({ path: Path }), Nothing),

    /** One copy of one file or of one folder with all that is in it; it stands in the log once. */
    'copies.begin': operation(
      v.strictObject({ way: v.picklist(['take', 'give']), folder: Path, name: Name }),
      v.strictObject({ copy: CopyId }),
    ),
    /** A folder of a copy; one that is there already serves as well. */
    'copies.make-folder': operation(
      v.strictObject({ copy: CopyId, folder: Path, name: Name }),
      v.strictObject({ path: Path }),
    ),
    'copies.end': operation(v.strictObject({ copy: CopyId }), Nothing),

    /** From the customer. `from` and `sha256` are what is there already; what differs is begun anew, at 0. */
    'take.begin': operation(
      v.strictObject({ copy: CopyId, path: Path, from: Bytes, sha256: v.nullable(Sha256) }),
      v.strictObject({ transfer: TransferId, bytes: Bytes, changedAt: Moment, from: Bytes }),
    ),
    /** All has been written, and this is what it is: the host says whether that is what it sent. */
    'take.end': operation(v.strictObject({ transfer: TransferId, sha256: Sha256 }), Nothing),
    /** To the customer. With `half`, what came before the link broke is kept: `from` bytes, with their hash. */
    'give.begin': operation(
      v.strictObject({
        copy: CopyId,
        folder: Path,
        name: Name,
        bytes: Bytes,
        changedAt: Moment,
        inUse: InUse,
        half: v.nullable(HalfId),
      }),
      v.strictObject({ transfer: TransferId, half: HalfId, from: Bytes, sha256: v.nullable(Sha256) }),
    ),
    'give.end': operation(v.strictObject({ transfer: TransferId, sha256: Sha256 }), v.strictObject({ path: Path })),
    'transfer.cancel': operation(v.strictObject({ transfer: TransferId }), Nothing),
  },
  v.variant('type', [
    /** All of a file has been sent. */
    v.strictObject({ type: v.literal('sent'), transfer: TransferId, sha256: Sha256 }),
    /** A transfer cannot go on. */
    v.strictObject({ type: v.literal('broken'), transfer: TransferId, text: v.string() }),
  ]),
);
export type HostFilesContract = typeof hostFilesContract;
