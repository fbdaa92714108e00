import assert from 'node:assert/strict';
import { AppError } from '../../../shared/contract/errors.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { adminClient, entryClient, extensionClient } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp, openRepLink, signInRep } from '../../support/people.ts';
import type { Administrator, Rep } from '../../support/people.ts';
import { codeOf, roomInTheStep } from '../../support/phone.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

describe('Two-step sign-in', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const firstStep = async ({ userId, password }: Pick<Rep, 'userId' | 'password'>) => {
    const outcome = await extensionClient(server).call('rep.signIn', { userId, password, protocol: PROTOCOL_VERSION });
    assert.ok(outcome.step !== 'done', 'the password alone was enough');
    return outcome;
  };
  const secondStep = async (rep: Pick<Rep, 'userId' | 'password'>, code: string) => {
    const { ticket } = await firstStep(rep);
    return extensionClient(server).call('rep.secondStep', { ticket, code });
  };
  const panelOf = async ({ userId, password }: Pick<Rep, 'userId' | 'password'>) => {
    const browser: Browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId, password });
    return adminClient(server, browser);
  };

  /** A rep whose phone has been set up in their own account. */
  async function aRepWithPhone() {
    const rep = await createRep(administrator);
    const panel = await panelOf(rep);
    const { secret } = await panel.call('self.beginTwoStep', { password: rep.password });
    // The code of the step before counts too, and leaves that of the present one for signing in.
    const { recoveryCodes } = await panel.call('self.confirmTwoStep', { code: codeOf(secret, -1) });
    return { rep, panel, secret, recoveryCodes };
  }

  it('asks for a code only after the right password, and takes each code once [H-7]', async () => {
    await roomInTheStep();
    const { rep, secret } = await aRepWithPhone();
    await assert.rejects(firstStep({ ...rep, password: 'not the password' }), hasCode('wrong-credentials'));
    const code = codeOf(secret);
    const { token, account } = await secondStep(rep, code);
    assert.equal(account.id, rep.account.id);
    const link = await openRepLink(server, token);
    link.close();
    await assert.rejects(secondStep(rep, code), hasCode('code-wrong'));
    const { ticket } = await firstStep(rep);
    const tryCode = (skewed: string) => extensionClient(server).call('rep.secondStep', { ticket, code: skewed });
    // Two steps ahead would be one ahead if the thirty seconds ended on the way.
    await roomInTheStep();
    for (const steps of [-2, 2]) await assert.rejects(tryCode(codeOf(secret, steps)), hasCode('code-wrong'));
    assert.equal((await tryCode(codeOf(secret, 1))).account.id, rep.account.id);
  });

  it('lets one in of many who show the same code at the same moment [H-7]', async () => {
    const { rep, secret } = await aRepWithPhone();
    const tickets = [];
    for (let times = 0; times < 4; times += 1) tickets.push((await firstStep(rep)).ticket);
    await roomInTheStep();
    const code = codeOf(secret);
    const tries = tickets.map((ticket) => extensionClient(server).call('rep.secondStep', { ticket, code }));
    const outcomes = await Promise.allSettled(tries);
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('takes each recovery code once, however it is typed, and none after new ones were made', async () => {
    const { rep, panel, recoveryCodes } = await aRepWithPhone();
    const [first = '', second = '', third = ''] = recoveryCodes;
    assert.equal(new Set(recoveryCodes).size, 10);
    await secondStep(rep, ` ${first.toUpperCase().replaceAll('-', ' ')} `);
    await assert.rejects(secondStep(rep, first), hasCode('code-wrong'));
    assert.equal((await panel.call('self.twoStep', {})).twoStep.recoveryLeft, 9);
    await panel.call('self.renewRecovery', { password: rep.password });
    await assert.rejects(secondStep(rep, second), hasCode('code-wrong'));
    await assert.rejects(panel.call('self.endTwoStep', { password: 'not the password' }), hasCode('wrong-credentials'));
    assert.notEqual((await panel.call('self.twoStep', {})).twoStep.since, null);
    assert.ok(third);
  });

  it('tells whoever only found the panel open nothing about the password after ten tries', async () => {
    const { rep, panel } = await aRepWithPhone();
    const password = 'not the password';
    const ways = [
      () => panel.call('self.setPassword', { current: password, password: 'another password' }),
      () => panel.call('self.beginTwoStep', { password }),
      () => panel.call('self.renewRecovery', { password }),
      () => panel.call('self.endTwoStep', { password }),
    ];
    const ask = (tries: number) => ways[tries % ways.length] ?? assert.fail();
    for (let tries = 0; tries < 10; tries += 1) await assert.rejects(ask(tries)(), hasCode('wrong-credentials'));
    for (let tries = 0; tries < 4; tries += 1) await assert.rejects(ask(tries)(), hasCode('too-many-tries'));
    await assert.rejects(panel.call('self.endTwoStep', { password: rep.password }), hasCode('too-many-tries'));
    assert.notEqual((await panel.call('self.twoStep', {})).twoStep.since, null);
  });

  it('uses a ticket up after five codes, and ends it with the password', async () => {
    const { rep, recoveryCodes } = await aRepWithPhone();
    const { ticket } = await firstStep(rep);
    const tryCode = (code: string) => extensionClient(server).call('rep.secondStep', { ticket, code });
    for (let tries = 0; tries < 5; tries += 1)
      await assert.rejects(tryCode('aaaa-aaaa-aaaa-aaaa'), hasCode('code-wrong'));
    await assert.rejects(tryCode(recoveryCodes[0] ?? ''), hasCode('ticket-refused'));

    const other = await firstStep(rep);
    await administrator.panel.call('accounts.setPassword', { id: rep.account.id, password: 'another password' });
    const late = { ticket: other.ticket, code: recoveryCodes[0] ?? '' };
    await assert.rejects(extensionClient(server).call('rep.secondStep', late), hasCode('ticket-refused'));
    await assert.rejects(
      entryClient(server).call('admin.secondStep', {
        ...late,
        ticket: (await firstStep({ ...rep, password: 'another password' })).ticket,
      }),
      hasCode('ticket-refused'),
    );
  });

  it('stops guessing at the codes of an account', async () => {
    const { rep } = await aRepWithPhone();
    const outcomes: string[] = [];
    for (let times = 0; times < 3; times += 1) {
      const { ticket } = await firstStep(rep);
      for (let tries = 0; tries < 4; tries += 1) {
        const tried = extensionClient(server).call('rep.secondStep', { ticket, code: '000000' });
        outcomes.push(
          await tried.then(
            () => 'in',
            (error: unknown) => (error instanceof AppError ? error.code : 'bug'),
          ),
        );
      }
    }
    assert.deepEqual(outcomes.slice(0, 10), Array(10).fill('code-wrong'));
    assert.deepEqual(outcomes.slice(10), Array(2).fill('too-many-tries'));
  });

  it('leads a role that must have it through setting it up before anything else is possible', async () => {
    const rep = await createRep(administrator, { role: 'team-lead' });
    const before = await signInRep(server, rep);
    await administrator.panel.call('twoStep.require', { roles: ['team-lead'] });
    const { step, ticket } = await firstStep(rep);
    assert.equal(step, 'enrol');
    const { secret, uri } = await extensionClient(server).call('twoStep.enrol', { ticket });
    assert.match(uri, /^otpauth:\/\/totp\/Fern%20Street%20Library:rep-\d+\?/);
    await assert.rejects(
      extensionClient(server).call('rep.secondStep', { ticket, code: 'aaaa-aaaa-aaaa-aaaa' }),
      hasCode('code-wrong'),
    );
    const entered = await extensionClient(server).call('rep.secondStep', { ticket, code: codeOf(secret) });
    assert.equal(entered.recoveryCodes?.length, 10);
    assert.equal((await firstStep(rep)).step, 'code');
    // Who was signed in before stays so.
    const link = await openRepLink(server, before.token);
    link.close();
    await administrator.panel.call('twoStep.require', { roles: [] });
  });

  it('leads one account through setting it up, whatever its role, and stays while it is asked of it [B-16]', async () => {
    const rep = await createRep(administrator);
    const other = await createRep(administrator);
    const { id } = rep.account;
    const { panel } = administrator;
    const asked = await panel.call('accounts.requireTwoStep', { id, required: true });
    assert.deepEqual([asked.twoStep.isRequired, asked.twoStep.isRequiredHere, asked.twoStep.since], [true, true, null]);
    await signInRep(server, other);
    const { step, ticket } = await firstStep(rep);
    assert.equal(step, 'enrol');
    const { secret } = await extensionClient(server).call('twoStep.enrol', { ticket });
    const entered = await extensionClient(server).call('rep.secondStep', { ticket, code: codeOf(secret) });
    const browser: Browser = { cookie: undefined };
    const { userId, password } = rep;
    const door = entryClient(server, browser);
    const half = await door.call('admin.signIn', { userId, password });
    assert.ok(half.step === 'code', half.step);
    await door.call('admin.secondStep', { ticket: half.ticket, code: entered.recoveryCodes?.[0] ?? '' });
    await assert.rejects(adminClient(server, browser).call('self.endTwoStep', { password }), hasCode('not-allowed'));
    // Reset for a lost phone, it is asked again.
    await panel.call('accounts.resetTwoStep', { id });
    assert.equal((await firstStep(rep)).step, 'enrol');
    await panel.call('accounts.requireTwoStep', { id, required: false });
    await signInRep(server, rep);
  });

  it('is taken away by an administrator, which ends sign-ins, is written down and told on the own page', async () => {
    const { rep, recoveryCodes } = await aRepWithPhone();
    const { token } = await secondStep(rep, recoveryCodes[0] ?? '');
    const link = await openRepLink(server, token);
    const lead = await createRep(administrator, { role: 'team-lead' });
    const leads = await panelOf(lead);
    await assert.rejects(leads.call('accounts.resetTwoStep', { id: rep.account.id }), hasCode('not-allowed'));
    await administrator.panel.call('accounts.resetTwoStep', { id: rep.account.id });
    await link.closed;
    await server.printed(
      new RegExp(`audit .*action="accounts.resetTwoStep" target="${rep.account.id}".*outcome="done"`),
    );
    await signInRep(server, rep);
    const { twoStep } = await (await panelOf(rep)).call('self.twoStep', {});
    assert.equal(twoStep.since, null);
    assert.notEqual(twoStep.resetAt, null);
  });

  it('keeps nothing of the secret where the data are, and the command on the server clears it', async () => {
    const own = await startServerProcess();
    const founder = await finishSetUp(own, { userId: 'lost' });
    const { secret } = await founder.panel.call('self.beginTwoStep', { password: founder.password });
    await founder.panel.call('self.confirmTwoStep', { code: codeOf(secret) });
    assert.ok(!own.output().includes(secret));
    await own.kill9();
    const { output } = await runServerCommand(['reset-administrator', 'lost'], own.dataFolder);
    assert.match(output, /Two-step sign-in is off/);
    const password = /New password of lost \(.*\): (\S+)/.exec(output)?.[1] ?? '';
    const again = await startServerProcess({ dataFolder: own.dataFolder });
    try {
      assert.equal((await entryClient(again).call('admin.signIn', { userId: 'lost', password })).step, 'done');
    } finally {
      await again.stop();
    }
  });
});

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code;
}
