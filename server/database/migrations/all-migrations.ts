import { numberedData } from './0001-numbered-data.ts';
import { finishedSessions } from './0002-finished-sessions.ts';
import { chainedAudit } from './0003-chained-audit.ts';
import { sessionsFoundByWords } from './0004-sessions-found-by-words.ts';
import { listedAccounts } from './0005-listed-accounts.ts';
import { customersFoundByWords } from './0006-customers-found-by-words.ts';
import { oneTrustForEachPair } from './0007-one-trust-for-each-pair.ts';
import { trustsFoundByWords } from './0008-trusts-found-by-words.ts';
import { sessionsFoundByAddress } from './0009-sessions-found-by-address.ts';
import { sessionsFoundByWhatWasSaid } from './0011-sessions-found-by-what-was-said.ts';
import type { Migration } from './migration.ts';

/** Every step there ever was, in order. A new one is a file of its own, and stands at the end. */
export const allMigrations: readonly Migration[] = [
  numberedData,
  finishedSessions,
  chainedAudit,
  sessionsFoundByWords,
  listedAccounts,
  customersFoundByWords,
  oneTrustForEachPair,
  trustsFoundByWords,
  sessionsFoundByAddress,
  sessionsFoundByWhatWasSaid,
];
