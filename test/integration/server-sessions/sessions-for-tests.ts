/** Sessions as tests need them, made through the real links. */
import assert from 'node:assert/strict';
import type { ConsentAsk } from '../../../shared/contract/consent.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { openCustomerLink, openHostLink } from '../../support/people.ts';
import type { Administrator, CustomerLink, HostLink, RepLink } from '../../support/people.ts';
import type { ServerProcess } from '../../support/server-process.ts';

type SessionId = SessionHead['id'];

/** What a customer fills in, for the first channel there is. */
export async function aForm(customer: CustomerLink, name: string) {
  const [channel] = (await customer.call('page.open', {})).channels;
  assert.ok(channel, 'there is a channel');
  return { channel: channel.id, name, email: '', phone: '', reason: 'Printer', message: 'It does nothing.' };
}

/** Sets Available Queue # of every channel: how many sessions a rep may have at once. */
export async function allowSessions({ panel }: Pick<Administrator, 'panel'>, availableQueue: number) {
  for (const channel of (await panel.call('channels.list', {})).channels) {
    const { id, name, description, numbers, distribution } = channel;
    await panel.call('channels.update', {
      id,
      name,
      description,
      numbers: { ...numbers, availableQueue },
      distribution,
    });
  }
}

/** A customer asks, the rep claims. */
export async function aLiveSession(
  server: ServerProcess,
  rep: RepLink,
  name = 'Marta',
): Promise<{ readonly customer: CustomerLink; readonly session: SessionId }> {
  const customer = await openCustomerLink(server);
  await customer.call('requests.ask', await aForm(customer, name));
  const { request } = await rep.event('requests.waiting', ({ request: waiting }) => waiting.name === name);
  const { session } = await rep.call('requests.claim', { request: request.id });
  return { customer, session: session.id };
}

export const someFacts = {
  computer: 'LIBRARY-7',
  user: 'marta',
  platform: 'Debian 12',
  localAddress: '192.168.1.20',
  monitors: 1,
};

/** A host that has joined with a fresh ticket. */
export async function aJoinedHost(server: ServerProcess, customer: CustomerLink, session: SessionId) {
  const { ticket } = await customer.call('host.ticket', { session });
  const host = await openHostLink(server, { by: 'ticket', ticket });
  return { host, ticket, welcome: await host.call('session.join', { facts: someFacts }) };
}

/** The rep asks, and the host reports the customer's Yes. */
export async function grant(rep: RepLink, host: HostLink, session: SessionId, scope: ConsentAsk['scope']) {
  const ask = { scope, devices: 'both', minutes: null } as const;
  await rep.call('consent.ask', { session, clientId: randomId(), ask });
  await host.event('log.appended', ({ entry }) => entry.kind === 'asked' && entry.ask.scope === scope);
  const report = { kind: 'granted', scope, devices: 'both', until: null } as const;
  return host.call('session.report', { session, clientId: randomId(), report });
}

/** Checks that a call fails with a code of the catalogue. */
export async function refuses(call: Promise<unknown>, code: string, text?: string | RegExp) {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof Error && 'code' in error, String(error));
    assert.equal(error.code, code);
    if (typeof text === 'string') assert.equal(error.message, text);
    else if (text !== undefined) assert.match(error.message, text);
    return true;
  });
}
