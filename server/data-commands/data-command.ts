/** What an operator can do with the data from the command line: a table of the commands, and how their words are read. */
import { parseArgs } from 'node:util';
import { CannotStart } from '../cannot-start.ts';
import { backUpData } from './back-up-data.ts';
import { checkData } from './check-data.ts';
import type { DataCommand, DataCommandParts } from './command-words.ts';
import { exportAllData } from './export-all-data.ts';
import { importAllData } from './import-all-data.ts';
import { restoreData } from './restore-data.ts';

interface Described {
  readonly run: DataCommand;
  readonly usage: string;
  readonly does: readonly string[];
}

const commands: Readonly<Record<string, Described>> = {
  'data:backup': {
    run: backUpData,
    usage: 'npm run data:backup [-- <new folder>]',
    does: [
      'Copies all data of the embedded store as they are at one moment, with the server’s secret and the extension’s key, and checks the copy.',
      'The server may run. Without a folder the copy goes to backups in the data folder: carry it to another disk.',
    ],
  },
  'data:restore': {
    run: restoreData,
    usage: 'npm run data:restore -- <folder of a backup>',
    does: [
      'Puts a backup in the place of the data. Stop the server first.',
      'The replaced data are put aside in the data folder, as replaced-<moment>.',
    ],
  },
  'data:export': {
    run: exportAllData,
    usage: 'npm run data:export -- <new folder>',
    does: [
      'Writes all data as extended JSON: a file for each collection, one document a line, and their indexes.',
      'From the embedded store it is one moment, and the server may run. From a MongoDB (MONGODB_URI) stop the server first.',
    ],
  },
  'data:import': {
    run: importAllData,
    usage: 'npm run data:import -- <folder of an export> [--replace]',
    does: [
      'Reads an export into the embedded store, or into the MongoDB that MONGODB_URI names. Stop the server first.',
      'Refuses where there are data already. --replace saves those to backups in the data folder, and takes them out.',
    ],
  },
  'data:check': {
    run: checkData,
    usage: 'npm run data:check [-- <folder of a backup>]',
    does: [
      'Checks the file, every index against its documents and the reverse, the form of every document, and that no log has gaps.',
      'The server may run. Changes nothing. Ends with 1 when something is wrong, and says what to do.',
    ],
  },
};

/** The commands' names. */
export const dataCommandNames = Object.keys(commands);

/** Runs a command with the words behind its name; `toPath` makes a folder as it was typed absolute. Resolves with the exit code. */
export async function runDataCommand(
  name: string,
  words: readonly string[],
  parts: DataCommandParts & { readonly toPath: (folder: string) => string },
): Promise<number> {
  const command = commands[name];
  if (command === undefined) throw new Error(`There is no data command ${name}`);
  const { values, positionals } = readWords(command, words);
  if (values.help) {
    for (const line of [command.usage, '', ...command.does]) parts.progress.say(line);
    return 0;
  }
  const [folder] = positionals;
  const given = { folder: folder === undefined ? undefined : parts.toPath(folder), replace: values.replace };
  return (await command.run(given, parts)) ? 0 : 1;
}

function readWords({ usage }: Described, words: readonly string[]) {
  try {
    const read = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        replace: { type: 'boolean', default: false },
      },
    });
    if (read.positionals.length > 1) throw new Error('more than one folder');
    if (read.values.replace && !usage.includes('--replace')) throw new Error('--replace is not for this command');
    return read;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`That cannot be understood (${reason}).\nUsage: ${usage}`, { cause });
  }
}
