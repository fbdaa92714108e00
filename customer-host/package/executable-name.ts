import { basename } from 'node:path';
import * as v from 'valibot';
import { Ticket } from '../../shared/contract/identifiers.ts';

// What browsers and file managers add to a name: ` (1)`, `-1`, `_2`, ` - Copy`, ` - Copy (2)`, ` copy`, ` copy 2`.
const ADDED = /^(?:[\s._-]*(?:copy|\(\d{1,4}\)|\d{1,4}))*$/i;
const TICKET = /^[a-z2-7]{26}/;

/**
 * The ticket in the executable's own name, `RemoteHelp-<ticket>` or `RemoteHelp-<ticket>.exe`, however a browser or file manager changed the rest of
 * it. Undefined when the name carries none: the customer then needs a new download.
 */
export function ticketInExecutableName(path: string): Ticket | undefined {
  const name = basename(path);
  return ticketIn(name, 'remotehelp-', '.exe') ?? ticketIn(name, 'remotehelp-', '');
}

/** The ticket in the name of the download's archive, `remotehelp-<ticket>.tar.gz`. */
export function ticketInArchiveName(path: string): Ticket | undefined {
  return ticketIn(basename(path), 'remotehelp-', '.tar.gz') ?? ticketIn(basename(path), 'remotehelp-', '.tar');
}

/** The ticket in the name of the folder that a file manager unpacked the archive to. */
export function ticketInFolderName(path: string): Ticket | undefined {
  return ticketInArchiveName(`${path}.tar.gz`) ?? ticketInArchiveName(path);
}

function ticketIn(fileName: string, prefix: string, ending: string): Ticket | undefined {
  const name = fileName.normalize('NFKC').toLowerCase();
  if (!name.startsWith(prefix) || !name.endsWith(ending)) return undefined;
  const rest = name.slice(prefix.length, name.length - ending.length);
  const found = TICKET.exec(rest)?.[0];
  if (found === undefined || !ADDED.test(rest.slice(found.length))) return undefined;
  const parsed = v.safeParse(Ticket, found);
  return parsed.success ? parsed.output : undefined;
}
