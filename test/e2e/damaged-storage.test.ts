/** What the extension keeps in the browser may be damaged: then it begins anew where it must, and loses nothing else. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { openCustomerLink, type CustomerLink } from '../support/people.ts';
import { fill, press, seeText } from './support/browser.ts';
import { startStage, type Stage } from './support/stage.ts';

describe('What the extension keeps in the browser', function () {
  let stage: Stage;
  let customer: CustomerLink;
  let session: SessionId;

  before(async function () {
    this.timeout(120_000);
    stage = await startStage();
    customer = await openCustomerLink(stage.server);
    const [channel] = (await customer.call('page.open', {})).channels;
    await customer.call('requests.ask', {
      channel: channel?.id ?? assert.fail(),
      name: 'Marta Kowalenko',
      email: '',
      phone: '',
      reason: 'Nothing prints',
      message: '',
    });
    await seeText(stage.panel, /Marta Kowalenko/);
    await press(stage.panel, 'Accept');
    ({ id: session } = (await customer.event('requests.claimed')).session);
  });

  after(async function () {
    this.timeout(60_000);
    customer?.close();
    await stage?.stop();
  });

  /** Puts something else into the extension's storage, and starts all of the extension anew on it. */
  async function damage(panel: Page, what: Record<string, unknown>): Promise<Page> {
    await keep(panel, what);
    await panel.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { offscreen: { closeDocument(): Promise<void> } } };
      await chrome.offscreen.closeDocument();
    });
    const gone = () => !stage.rep.browser.targets().some((target) => target.url().endsWith('/offscreen.html'));
    await until('the end of the link’s owner', gone);
    if (!panel.isClosed()) await panel.close();
    return stage.rep.openPanel();
  }

  it('loses the one message and the one setting that cannot be read, and nothing else [F34]', async () => {
    const whole = { session, clientId: 'aaaaaaaaaaaaaaaaaaaaa1', text: 'Written before', at: 1, failure: null };
    const of = { server: stage.server.origin, userId: stage.ana.userId };
    const panel = await damage(stage.panel, {
      settings: { sound: 'deafening', messageWords: false, singleKeys: 'perhaps' },
      work: { of, unsent: [7, { session, text: 'Without an id' }, whole, null], drafts: 7, left: [], files: [{}] },
    });
    await seeText(panel, /Marta K/);
    const said = async () =>
      (await customer.call('log.after', { session, seq: 0 })).entries.flatMap((entry) =>
        entry.kind === 'chat' ? [entry.text] : [],
      );
    await until('the message that could be read', async () => (await said()).includes('Written before'));
    assert.deepEqual(await said(), ['Written before']);
    await press(panel, 'Home');
    await press(panel, 'Settings');
    await seeText(panel, /Sound/);
    const chosen = await panel.$$eval('input:checked', (inputs) =>
      inputs.map((input) => input.closest('label')?.innerText.trim()),
    );
    assert.ok(chosen.includes('Normal'), `a loudness that does not exist is as at first: ${chosen.join()}`);
    const switches = await panel.$$eval('input[role=switch]', (inputs) => inputs.map(({ checked }) => checked));
    assert.deepEqual(switches, [false, true], 'what could be read is as it was set');
  }).timeout(60_000);

  it('asks to sign in again when the token is damaged, and still knows where and as whom [F34]', async () => {
    const panel = await stage.rep.openPanel();
    const kept = await keptAccount(panel);
    const again = await damage(panel, { account: { ...kept, token: ['?'] } });
    await seeText(again, /Sign in/);
    const fields = await again.$$eval('input', (inputs) => inputs.map(({ value }) => value));
    assert.ok(fields.includes('ana'), fields.join());
    assert.ok(
      fields.some((value) => value.startsWith(stage.server.origin)),
      fields.join(),
    );
    await fill(again, 'Password', stage.ana.password);
    await press(again, 'Sign in');
    await seeText(again, /Marta K/);
  }).timeout(60_000);

  it('begins anew with an account that is nothing at all [F34]', async () => {
    const again = await damage(await stage.rep.openPanel(), { account: 'nonsense' });
    await seeText(again, /Sign in/);
    await fill(again, 'Server address', stage.server.origin);
    await fill(again, 'User ID', stage.ana.userId);
    await fill(again, 'Password', stage.ana.password);
    await press(again, 'Sign in');
    await seeText(again, /Marta K/);
  }).timeout(60_000);
});

async function keep(panel: Page, what: Record<string, unknown>): Promise<void> {
  await panel.evaluate(async (things) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(things: object): Promise<void> } } };
    };
    await chrome.storage.local.set(things);
  }, what);
}

async function keptAccount(panel: Page): Promise<object> {
  return panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<{ account: object }> } } };
    };
    return (await chrome.storage.local.get('account')).account;
  });
}
