/** A town's support on a real server: two groups with their leads, and a channel that only one of them answers in. */
import assert from 'node:assert/strict';
import type { AccountId, ChannelId, GroupId, RequestId } from '../../../shared/contract/identifiers.ts';
import type { Role } from '../../../shared/contract/account.ts';
import { finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

export interface Person {
  readonly id: AccountId;
  readonly userId: string;
  link: RepLink;
}

export type Town = Awaited<ReturnType<typeof openTown>>;

const password = 'a password for a rep';

/**
 * Ana and Bo stand in the town hall, below the city, which Lena leads without answering in any channel. Cy stands in the harbour,
 * which Otto leads. General is answered by Ana and Bo, Boats by Cy.
 */
export async function openTown() {
  const server: ServerProcess = await startServerProcess();
  const administrator: Administrator = await finishSetUp(server);
  const { panel } = administrator;
  const groups = new Map<string, GroupId>();
  for (const [name, parent] of [['City'], ['Town hall', 'City'], ['Harbour']] as const) {
    const made = await panel.call('groups.create', { name, parent: parent ? (groups.get(parent) ?? null) : null });
    for (const group of made.groups) groups.set(group.name, group.id);
  }
  const general = (await panel.call('channels.list', {})).channels[0] ?? assert.fail('there is a channel');
  // Whoever sets the server up is in its first channel.
  await panel.call('channels.changeMembers', { id: general.id, add: [], remove: general.members });
  const { channel: boats } = await panel.call('channels.create', { name: 'Boats', description: '' });

  async function person(
    displayName: string,
    { role = 'representative', channels = [], group, leads = [] }: Partial<Standing>,
  ) {
    const userId = displayName.toLowerCase();
    const at = (name: string) => groups.get(name) ?? assert.fail(name);
    const names = { userId, fullName: `${displayName} Example`, displayName, email: '' };
    const { account } = await panel.call('accounts.create', {
      ...names,
      password,
      role,
      channels: [...channels],
      group: group === undefined ? null : at(group),
      leads: leads.map(at),
    });
    return { id: account.id, userId, link: await repOnline(server, { userId, password }) } satisfies Person;
  }
  const onlineAdministrator = await repOnline(server, administrator);
  const customers: CustomerLink[] = [];
  const people = {
    lena: await person('Lena', { role: 'team-lead', leads: ['City'] }),
    otto: await person('Otto', { role: 'team-lead', leads: ['Harbour'] }),
    ana: await person('Ana', { channels: [general.id], group: 'Town hall' }),
    bo: await person('Bo', { channels: [general.id], group: 'Town hall' }),
    cy: await person('Cy', { channels: [boats.id], group: 'Harbour' }),
  };

  return {
    server,
    administrator,
    ...people,
    general,
    boats,
    /** Somebody asks, and waits. */
    async ask(name: string, channel: ChannelId = general.id): Promise<{ link: CustomerLink; request: RequestId }> {
      const link = await openCustomerLink(server);
      customers.push(link);
      await link.call('requests.ask', { channel, name, email: '', phone: '', reason: 'A question', message: '' });
      return { link, request: await this.waiting(name) };
    },
    /** The request of somebody who waits. */
    async waiting(name: string): Promise<RequestId> {
      const { team } = await this.administratorLink().call('team.look', {});
      const found = team.channels.flatMap(({ line }) => line).find((one) => one.name === name);
      return (found ?? assert.fail(`${name} does not wait`)).id;
    },
    administratorLink: () => onlineAdministrator,
    /** Comes again, as after signing in anew. */
    async comeBack(one: Person) {
      one.link = await repOnline(server, { userId: one.userId, password });
    },
    async setGeneral({ offerSeconds, availableQueue = 2 }: { offerSeconds: number; availableQueue?: number }) {
      const { id, name, description, distribution } = general;
      const numbers = { availableQueue, busyQueue: 99 };
      const change = { id, name, description, numbers, distribution: { ...distribution, offerSeconds } };
      await panel.call('channels.update', change);
    },
    /** Nobody waits, and nobody is helped. */
    async clear() {
      for (const customer of customers) {
        await customer.call('requests.leave', {});
        const { state } = await customer.call('page.open', {});
        if (state.at === 'session')
          await customer.call('sessions.end', { session: state.session.id, feelsWrong: false });
        customer.close();
      }
      customers.length = 0;
    },
    async stop() {
      for (const link of [...customers, ...Object.values(people).map(({ link: open }) => open), onlineAdministrator])
        link.close();
      await server.stop();
    },
  };
}

interface Standing {
  readonly role: Role;
  readonly channels: readonly ChannelId[];
  readonly group: string;
  readonly leads: readonly string[];
}
