import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CannotStart } from '../server/cannot-start.ts';

/** Somebody who can sign in. The password is random, and kept because the demo goes on with it next time. */
const Person = v.object({ userId: v.string(), name: v.string(), password: v.string() });
export type Person = v.InferOutput<typeof Person>;

/** Whom a newcomer plays. */
export const DemoPeople = v.object({ rep: Person, administrator: Person });
export type DemoPeople = v.InferOutput<typeof DemoPeople>;

export interface DemoFolder {
  readonly path: string;
  /** Profiles of the browsers, made anew every time. */
  readonly profiles: string;
  /** `undefined` until the organisation is complete. */
  people(): DemoPeople | undefined;
  /** The organisation is complete. */
  finish(people: DemoPeople): void;
}

/**
 * The demo's own data folder, known by a file that only the demo writes, so that it can never be an organisation's.
 * One that was left half made is made anew. @throws {CannotStart} for a folder that is none of the demo's
 */
export function openDemoFolder(path: string, isFresh: boolean): DemoFolder {
  const mark = join(path, 'this-is-a-demo');
  const peopleFile = join(path, 'demo-people.json');
  if (existsSync(path) && readdirSync(path).length > 0 && !existsSync(mark)) {
    throw new CannotStart(`${path} is not a demo's folder, so the demo leaves it alone. Name another one: --folder=…`);
  }
  if (isFresh || !existsSync(peopleFile)) rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  writeFileSync(mark, 'npm run demo made this folder. It may be deleted.\n');
  const profiles = join(path, 'browsers');
  rmSync(profiles, { recursive: true, force: true });
  return {
    path,
    profiles,
    people: () =>
      existsSync(peopleFile) ? v.parse(DemoPeople, JSON.parse(readFileSync(peopleFile, 'utf8'))) : undefined,
    finish: (people) => writeFileSync(peopleFile, JSON.stringify(people, undefined, 2), { mode: 0o600 }),
  };
}
