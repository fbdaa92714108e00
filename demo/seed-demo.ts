import { mkdirSync } from 'node:fs';
import { serverSecret } from '../server/codes/server-secret.ts';
import { readConfig } from '../server/config/config.ts';
import { createLog } from '../server/logging/log.ts';
import { openStore } from '../server/open-store.ts';
import { createServices } from '../server/services.ts';
import type { DemoFolder, DemoPeople } from './demo-folder.ts';
import type { Office } from './office.ts';
import { createDice } from './dice.ts';
import { seedChannels } from './seeds/channels.ts';
import { seedHistory } from './seeds/history.ts';
import { seedIncidents } from './seeds/incidents.ts';
import { seedPeople } from './seeds/people.ts';
import { seedReports } from './seeds/reports.ts';
import { seedReservations } from './seeds/reservations.ts';
import { seedSharedItems } from './seeds/shared-items.ts';
import { seedSurveys } from './seeds/surveys.ts';
import { seedTrail } from './seeds/trail.ts';

/**
 * What fills the organisation, in this order. A feature that is to be seen in the demo adds its own seed here: a function
 * that writes through the feature's services, from what the seeds before it have put into the office.
 */
const seeds: readonly ((office: Office) => Promise<void>)[] = [
  seedChannels,
  seedPeople,
  seedIncidents,
  seedSharedItems,
  seedHistory,
  seedReservations,
  seedTrail,
  seedSurveys,
  seedReports,
];

const DAY_MS = 24 * 60 * 60_000;
/** When the organisation was founded. */
const FOUNDED_BEFORE_MS = 40 * DAY_MS;

/** Fills the folder's store once; gives whom a newcomer plays. */
export async function seedDemo(folder: DemoFolder): Promise<DemoPeople> {
  const before = folder.people();
  if (before !== undefined) return before;
  console.log('\n  Making up an organisation …');
  mkdirSync(folder.path, { recursive: true });
  const config = readConfig({ DATA_FOLDER: folder.path }, folder.path);
  const log = createLog('error');
  const store = await openStore(config, log);
  try {
    const today = Date.now();
    let now = today - FOUNDED_BEFORE_MS;
    const clock = { now: () => now };
    const secret = await serverSecret(config.dataFolder);
    const services = await createServices({ connection: store.connection, log, clock, secret });
    const office: Office = {
      ...services,
      connection: store.connection,
      today,
      turnClock: (to) => (now = to),
      dice: createDice(),
      passwords: new Map(),
      chosenIncidents: new Map(),
    };
    for (const seed of seeds) await seed(office);
    await services.audit.settled();
    const people = { rep: await personOf(office, 'ana'), administrator: await personOf(office, 'maria') };
    folder.finish(people);
    return people;
  } finally {
    await store.close();
  }
}

async function personOf({ accounts, passwords }: Office, userId: string) {
  const account = (await accounts.list()).find((each) => each.userId === userId);
  const password = passwords.get(userId);
  if (account === undefined || password === undefined) throw new Error(`The seeds have made no ${userId}.`);
  return { userId, name: account.displayName, password };
}
