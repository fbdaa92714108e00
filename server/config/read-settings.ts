/** The settings of one start, from wherever they come, and everything that is wrong with them. */
import { readConfig } from './config.ts';
import type { NamedFiles, ServerConfig } from './config.ts';
import { readEnvFile } from './env-file.ts';

/**
 * The environment's settings, and for what it leaves open those of the `.env` file in `folder`.
 * @throws {ConfigError} with everything that is wrong, in one list, what `problemsOf` says of the named files included
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
  problemsOf: (files: NamedFiles) => readonly string[],
): ServerConfig {
  const file = readEnvFile(environment, folder);
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  return readConfig({ ...file.values, ...Object.fromEntries(set) }, folder, (files) => [
    ...file.problems,
    ...problemsOf(files),
  ]);
}
