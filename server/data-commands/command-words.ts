/** What the data commands are given. */
import { CannotStart } from '../cannot-start.ts';
import type { ServerConfig } from '../config/config.ts';
import type { Progress } from '../database/progress.ts';
import type { Log } from '../logging/log.ts';

/** What every command works with. */
export interface DataCommandParts {
  readonly config: Pick<ServerConfig, 'dataFolder' | 'mongodbUri' | 'searchPath'>;
  readonly log: Log;
  readonly progress: Progress;
  readonly now: Date;
}

/** What a command was given: at most one folder, as an absolute path. */
export interface DataCommandWords {
  readonly folder: string | undefined;
  readonly replace: boolean;
}

/** Resolves with whether all is well. @throws CannotStart with a sentence for the operator */
export type DataCommand = (words: DataCommandWords, parts: DataCommandParts) => Promise<boolean>;

/** The folder of a command that cannot do without one. @throws CannotStart */
export function folderOf({ folder }: DataCommandWords, what: string): string {
  if (folder === undefined) throw new CannotStart(`Say which folder: ${what}`);
  return folder;
}
