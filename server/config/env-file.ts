/** Settings in a file: what `npm start` finds in `.env` beside package.json. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { settingsSchema } from './config.ts';

/** Names another file than `.env`; set and empty, it means none. */
export const ENV_FILE_VARIABLE = 'REMOTEHELP_ENV_FILE';

export interface FileSettings {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** One sentence for each thing in the file that cannot be used. */
  readonly problems: readonly string[];
}

const none: FileSettings = { values: {}, problems: [] };

/** Reads the file if there is one. A file that was named must be there; a name in it that is no setting is a problem. */
export function readEnvFile(environment: Readonly<Record<string, string | undefined>>, folder: string): FileSettings {
  const named = environment[ENV_FILE_VARIABLE];
  if (named === '') return none;
  const file = resolve(folder, named ?? '.env');
  try {
    const values = parseEnv(readFileSync(file, 'utf8'));
    return { values, problems: unknownNames(values, file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' && named === undefined) return none;
    return { values: {}, problems: [`${file} cannot be read (${code}). Let the server's user read it, or remove it.`] };
  }
}

function unknownNames(values: object, file: string): string[] {
  return Object.keys(values)
    .filter((name) => !Object.hasOwn(settingsSchema.entries, name))
    .map(
      (name) =>
        `${name} in ${file} is no setting. Correct its name (.env.example has all of them), or remove the line.`,
    );
}
