/** The real parts of one working day: a server, a rep with the extension in a browser, and a customer's link. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ChannelId } from '../../../shared/contract/identifiers.ts';
import { signIn, startRep, type RepAtWork } from '../../e2e/support/rep.ts';
import { createRep, finishSetUp, openCustomerLink, type CustomerLink } from '../../support/people.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';

export interface WorkDay {
  readonly server: ServerProcess;
  readonly rep: RepAtWork;
  /** The side panel, signed in and open. */
  readonly panel: Page;
  readonly customer: CustomerLink;
  readonly channel: ChannelId;
  stop(): Promise<void>;
}

const BUILT = resolve(import.meta.dirname, '../../../dist/extension/chrome-mv3');

/** Starts it all; `withHost` also prepares the downloadable host, which takes a while. */
export async function startWorkDay({ withHost }: { withHost: boolean }): Promise<WorkDay> {
  // A copy, so that a build in the meantime cannot change what runs.
  const folder = mkdtempSync(join(tmpdir(), 'rh-bench-'));
  const extension = join(folder, 'extension');
  cpSync(BUILT, extension, { recursive: true });
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const server = await startServerProcess({
      passwordsFaster: 1,
      settings: withHost ? { PREPARE_HOST: 'linux-x64' } : {},
    });
    ends.push(() => server.stop());
    const ana = await createRep(await finishSetUp(server), { displayName: 'Ana Petrescu' });
    const rep = await startRep({ extension });
    ends.push(() => rep.close());
    const panel = await rep.openPanel();
    await signIn(panel, server.origin, ana.userId, ana.password);
    const customer = await openCustomerLink(server);
    ends.push(() => customer.close());
    const [channel] = (await customer.call('page.open', {})).channels;
    if (channel === undefined) throw new Error('The server has no channel');
    return { server, rep, panel, customer, channel: channel.id, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the customer fills in; the name is what tells one request from another. */
export function requestOf(day: Pick<WorkDay, 'channel'>, name: string) {
  return {
    channel: day.channel,
    name,
    email: 'marta@example.org',
    phone: '+1 555 0100',
    reason: 'Nothing prints',
    message: 'Since this morning nothing comes out of the printer.',
  };
}
