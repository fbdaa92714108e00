/** Why a file is not taken, and what to do instead. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Refusal } from '../../shared/contract/file-content.ts';
import { refusedEnding } from '../../shared/contract/file-name.ts';

/** Who wants to give it: a customer is led to their rep, by name, and a rep to the organisation's own files. */
export type Giver = { readonly side: 'customer'; readonly rep: string } | { readonly side: 'rep' };

/** @throws AppError `file-refused` for the name of a program */
export function checkName(name: string, giver: Giver): void {
  const ending = refusedEnding(name);
  if (ending === undefined) return;
  throw new AppError('file-refused', { text: `Programs cannot be sent here (.${ending}). ${instead(giver)}` });
}

/** For a file that is not what its name says. */
export function refusedContent({ refused }: Refusal, giver: Giver): AppError {
  return new AppError('file-refused', { text: `This is ${refused} under another name. ${instead(giver)}` });
}

export function fileTooLarge(mostBytes: number): AppError {
  return new AppError('too-large', {
    text: `Files can have at most ${megabytes(mostBytes)} here. Make it smaller, or send parts of it.`,
  });
}

export function sessionTooLarge(mostBytes: number): AppError {
  return new AppError('too-large', {
    text: `All files of a session together can have at most ${megabytes(mostBytes)}.`,
  });
}

function instead(giver: Giver): string {
  if (giver.side === 'rep') return 'An administrator can put it into the shared files, which you can send.';
  return `Ask ${giver.rep} to use the shared files.`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
