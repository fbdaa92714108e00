/**
 * Who may ask for what: every operation of every contract, by everybody there is, over the real ways in. The tables say what is expected; a new
 * operation fails the first test until it has a line.
 */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { Reply } from '../../../shared/contract/contract.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { adminContract } from '../../../shared/contract/admin-contract.ts';
import type { Role } from '../../../shared/contract/account.ts';
import { customerContract } from '../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { hostContract } from '../../../shared/contract/host-contract.ts';
import { repContract } from '../../../shared/contract/rep-contract.ts';
import { entryClient, post } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp, openCustomerLink, openHostLink, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { validLooking } from '../../support/valid-looking.ts';
import { aForm, aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import { customers, hosts, panel, reps } from './who-may-ask.ts';
import type { Table, Whose } from './who-may-ask.ts';

const ranks: readonly Role[] = ['representative', 'team-lead', 'administrator'];

describe('who may do what', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  let administrator: Administrator;
  let owner: RepLink;
  let customer: CustomerLink;
  /** Ids of what is the owner's: a session, a request that waits in the owner's channel. */
  let fixed: Record<string, unknown>;
  const strangers = new Map<string, { readonly link: RepLink; readonly browser: Browser; readonly id: string }>();

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    owner = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    ({ customer, fixed } = await liveSession());
    const [channel] = (await administrator.panel.call('channels.create', { name: 'Other', description: '' })).channel.id
      ? (await administrator.panel.call('channels.list', {})).channels.filter(({ name }) => name === 'Other')
      : [];
    assert.ok(channel);
    const { groups } = await administrator.panel.call('groups.create', { name: 'Elsewhere', parent: null });
    for (const [name, role] of [
      ['rep of another channel', 'representative'],
      ['lead of another group', 'team-lead'],
      ['administrator', 'administrator'],
    ] as const) {
      const rep = await createRep(administrator, { role, channels: [channel.id] });
      if (role === 'team-lead') {
        const { id, fullName, displayName, email } = rep.account;
        const leads = groups.map((group) => group.id);
        await administrator.panel.call('accounts.update', { id, fullName, displayName, email, role, leads });
      }
      const browser: Browser = { cookie: undefined };
      await entryClient(server, browser).call('admin.signIn', { userId: rep.userId, password: rep.password });
      strangers.set(name, { link: await repOnline(server, rep), browser, id: rep.account.id });
    }
  });
  after(async () => {
    for (const { link } of strangers.values()) link.close();
    owner.close();
    customer.close();
    await server.stop();
  });

  async function liveSession() {
    const { customer: helped, session } = await aLiveSession(server, owner);
    const second = await openCustomerLink(server);
    await second.call('requests.ask', await aForm(second, 'Rosa'));
    const { request } = await owner.event('requests.waiting', ({ request: waiting }) => waiting.name === 'Rosa');
    return { customer: helped, fixed: { session, request: request.id } };
  }

  const paramsOf = (contract: Contract, name: string) => {
    const operation = contract.operations[name];
    assert.ok(operation);
    return validLooking(operation.params, fixed);
  };
  const codeFrom = async (reply: Response) => {
    const parsed = v.parse(Reply, await reply.json());
    return parsed.ok ? 'ok' : parsed.error.code;
  };

  it('has a line for every operation of every contract', () => {
    const listed = (table: Table<unknown>) => Object.keys(table).toSorted();
    const asked = (contract: Contract) => Object.keys(contract.operations).toSorted();
    assert.deepEqual(listed(panel), asked(adminContract));
    assert.deepEqual(listed(reps), asked(repContract));
    assert.deepEqual(listed(customers), asked(customerContract));
    assert.deepEqual(listed(hosts), asked(hostContract));
  });

  // Before all others: of very many refusals in a moment the trail keeps the first ones, and says that it left some out.
  for (const name of listedAs('led', reps)) {
    it(`answers ${name} to no rep, and to a lead of another group as if there were nothing`, async () => {
      const params = paramsOf(repContract, name);
      for (const [who, { link, id }] of strangers) {
        const { role } = (await link.call('snapshot.get', {})).account;
        // Administrators look after everybody.
        if (role === 'administrator') continue;
        const asked = link.call(name as never, params as never) as Promise<unknown>;
        if (role === 'team-lead' && name === 'team.look') {
          const { team } = await link.call('team.look', {});
          assert.deepEqual([team.channels, team.reps, team.assignments], [[], [], []], who);
          continue;
        }
        const code = role === 'team-lead' ? 'not-found' : 'not-allowed';
        await assert.rejects(asked, (error) => error instanceof AppError && error.code === code, who);
        await server.printed(new RegExp(`audit actor="${id}" action="${name}".*"refused"`));
      }
    });
  }

  it('writes down who reached for another’s session [H-17]', async () => {
    const { session } = fixed;
    for (const [who, { link, id }] of strangers) {
      await assert.rejects(link.call('log.after', { session: String(session), seq: 0 }), isNothingThere, who);
      const edit = link.call('sessions.end', { session: String(session) });
      await assert.rejects(edit, isNothingThere, who);
      await server.printed(
        new RegExp(`audit actor="${id}" action="sessions\\.foreign" target="${String(session)}".*"refused"`),
      );
    }
    const { entries } = await owner.call('log.after', { session: String(session), seq: 0 });
    assert.ok(
      entries.every(({ kind }) => kind !== 'ended'),
      'the session goes on',
    );
  });

  for (const name of [...listedAs('own', reps), ...listedAs('own or led', reps)]) {
    it(`tells nobody but the owner that there is something to do by ${name}`, async () => {
      const params = paramsOf(repContract, name);
      for (const [who, { link }] of strangers) {
        const { role } = (await link.call('snapshot.get', {})).account;
        // Administrators look after everybody.
        if (role === 'administrator' && reps[name] === 'own or led') continue;
        await assert.rejects(link.call(name as never, params as never), isNothingThere, who);
      }
    });
  }

  for (const [name, least] of Object.entries(panel)) {
    it(`answers ${name} in the web panel to ${least} and above, and to nobody else`, async () => {
      const params = paramsOf(adminContract, name);
      const ask = async (browser: Browser | undefined) =>
        codeFrom(await post(server, `/api/admin/${name}`, params, browser === undefined ? {} : { browser }));
      assert.equal(await ask(undefined), 'not-signed-in');
      // A customer has no cookie of the panel; one that is made up is none either.
      assert.equal(await ask({ cookie: `remotehelp=${'A'.repeat(43)}` }), 'not-signed-in');
      for (const { browser, link } of strangers.values()) {
        const { role } = (await link.call('snapshot.get', {})).account;
        if (ranks.indexOf(role) < ranks.indexOf(least)) assert.equal(await ask(browser), 'not-allowed', role);
      }
    });
  }

  for (const name of listedAs('own', customers)) {
    it(`tells another customer nothing by ${name}`, async () => {
      const stranger = await openCustomerLink(server);
      await assert.rejects(stranger.call(name as never, paramsOf(customerContract, name) as never), isNothingThere);
      stranger.close();
    });
  }

  for (const name of listedAs('own', hosts)) {
    it(`answers ${name} to no program that has not joined by a ticket`, async () => {
      const link = await openHostLink(server, { by: 'ticket', ticket: 'a'.repeat(26) });
      const asked = link.call(name as never, paramsOf(hostContract, name) as never);
      await assert.rejects(asked, (error) => error instanceof AppError && error.code !== 'invalid');
      link.close();
    });
  }

  it('opens no rep’s link without a sign-in', async () => {
    await assert.rejects(
      repOnline(server, { userId: 'nobody', password: 'none at all' }),
      (error) => error instanceof AppError && error.code === 'wrong-credentials',
    );
  });
});

function listedAs(whose: Whose, table: Table<Whose>): string[] {
  return Object.keys(table).filter((name) => table[name] === whose);
}

function isNothingThere(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not-found';
}
