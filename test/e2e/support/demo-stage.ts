/** A server with the demo's organisation in it: weeks of sessions, people in every role, something on every page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemoFolder } from '../../../demo/demo-folder.ts';
import type { Person } from '../../../demo/demo-folder.ts';
import { seedDemo } from '../../../demo/seed-demo.ts';
import type { AdminContract } from '../../../shared/contract/admin-contract.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

export interface DemoStage {
  readonly server: ServerProcess;
  readonly administrator: Person;
  /** The web panel, signed in as the administrator. */
  readonly admin: Client<AdminContract>;
  /** A team lead who looks after everybody and answers in every channel: whoever signs in so sees every room of the panel. */
  readonly lead: Pick<Person, 'userId' | 'password'>;
  stop(): Promise<void>;
}

/** Fills an organisation, which takes some seconds, and starts a server on it. */
export async function startDemoStage(): Promise<DemoStage> {
  const base = mkdtempSync(join(tmpdir(), 'rh-demo-stage-'));
  const folder = openDemoFolder(join(base, 'demo'), true);
  const { administrator } = await seedDemo(folder);
  const server = await startServerProcess({ passwordsFaster: 1, dataFolder: folder.path });
  const browser: Browser = { cookie: undefined };
  const { userId, password } = administrator;
  await entryClient(server, browser).call('admin.signIn', { userId, password });
  const admin = adminClient(server, browser);
  const lead = { userId: 'priya', password: 'a password for a lead' };
  const channels = (await admin.call('channels.list', {})).channels.map(({ id }) => id);
  const leads = (await admin.call('groups.list', {})).groups.map(({ id }) => id);
  const name = { fullName: 'Priya Natarajan', displayName: 'Priya Natarajan', email: '' };
  await admin.call('accounts.create', { ...lead, ...name, role: 'team-lead', channels, group: null, leads });
  return {
    server,
    administrator,
    admin,
    lead,
    async stop() {
      await server.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
