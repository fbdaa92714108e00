/** What a disk refuses, in sentences for people. */
import { AppError, type ErrorCode } from '../../../shared/contract/errors.ts';

const troubles: Readonly<Record<string, readonly [code: ErrorCode, text: string]>> = {
  ENOENT: ['not-found', 'It is not there any more.'],
  ENOTDIR: ['not-found', 'This is no folder (any more).'],
  EISDIR: ['invalid', 'This is a folder.'],
  EACCES: ['not-allowed', 'The person’s account on that computer may not do this here.'],
  EPERM: ['not-allowed', 'That computer’s system does not allow this here.'],
  EROFS: ['not-allowed', 'This disk can only be read.'],
  EEXIST: ['already-exists', 'This name is in use there.'],
  ENOTEMPTY: ['already-exists', 'This folder is not empty (any more).'],
  EBUSY: ['not-allowed', 'Another program is using this.'],
  ETXTBSY: ['not-allowed', 'This program is running.'],
  ELOOP: ['not-allowed', 'This is a link. Open the link itself first.'],
  ENOSPC: ['store-full', 'The disk of that computer is full.'],
  EDQUOT: ['store-full', 'The person may not store more on that disk.'],
  EFBIG: ['too-large', 'This file is too large for that disk.'],
  ENAMETOOLONG: ['invalid', 'The name or its path is too long for that disk.'],
  EINVAL: ['invalid', 'That disk does not take this name.'],
  EILSEQ: ['invalid', 'That disk does not take this name.'],
  EMFILE: ['at-capacity', 'Too many files are open on that computer. Try again in a moment.'],
  ENFILE: ['at-capacity', 'Too many files are open on that computer. Try again in a moment.'],
  EIO: ['not-found', 'The disk reports a fault: this cannot be read or written.'],
  ENXIO: ['not-found', 'The device behind this is not there.'],
  ENODEV: ['not-found', 'The device behind this is not there.'],
};

/** An error of the disk as one for people; what is no error of a disk is given back as it is. */
export function troubleOf(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'string' && Object.hasOwn(troubles, code) ? troubles[code] : undefined;
  return known === undefined ? error : new AppError(known[0], { text: known[1], cause: error });
}

/** The sentence for whatever stopped something. */
export function troubleText(error: unknown): string {
  const trouble = troubleOf(error);
  return trouble instanceof AppError ? trouble.message : 'That computer could not do this.';
}

/** Whether there is nothing of this name. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
