import assert from 'node:assert/strict';
import { h } from 'preact';
import type { ConsentDesk } from '../../../../extension/session/consent-desk.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { draw, press } from '../../shared/ui/dom.ts';
import { aView } from '../a-view.ts';
import { aHead, anEntry } from '../builders.ts';

const { CallFirst, DetailsButton } = await import('../../../../extension/session/request-details.tsx');

const customer = { name: 'Marta Kowalenko', email: 'marta@example.org', phone: '+34 600 (123)', present: true };
const facts = { computer: 'WEST-PC-07', user: 'mkowalenko', platform: 'Linux', localAddress: '10.0.0.7', monitors: 2 };
const entries = [anEntry(1, { kind: 'requested', channel: 'General', reason: 'Printer', message: 'It blinks.' })];

async function aButton(head: SessionHead) {
  const begun: string[] = [];
  const consents = {
    denied: () => undefined,
    begin: (_session: string, scope: string) => void begun.push(scope),
  } as unknown as ConsentDesk;
  const { around } = aView();
  const drawn = await draw(() => around(h(DetailsButton, { head, entries, consents })), {});
  await press(drawn.find('button'));
  const facts = () =>
    Object.fromEntries(
      [...drawn.box.querySelectorAll('dl > div')].map((row) => [
        row.querySelector('dt')?.textContent ?? '',
        row.querySelector('dd')?.textContent ?? '',
      ]),
    );
  return { drawn, begun, facts };
}

describe('The details of a request', () => {
  it('name the person, how to reach them and when they asked, in the rep’s own time and its zone', async () => {
    const { drawn, facts: shown } = await aButton(aHead({ state: 'live', customer, facts: null }));
    const { 'Asked on': asked, ...rest } = shown();
    assert.match(asked ?? '', /\d.*, .*\d+:\d\d.* \(.+\)/);
    assert.deepEqual(
      { name: rest['Full name'], mail: rest['E-mail'], phone: rest['Phone'], message: rest['Message'] },
      { name: 'Marta Kowalenko', mail: 'marta@example.org', phone: '+34 600 (123)', message: 'It blinks.' },
    );
    const links = [...drawn.box.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    assert.ok(links.includes('tel:+34600123') && links.includes('mailto:marta@example.org'));
    assert.match(drawn.box.textContent ?? '', /known once the program runs.*Page with the program/);
    await drawn.remove();
  });

  it('name the computer and its user once the program runs there', async () => {
    const { drawn, facts: shown } = await aButton(aHead({ state: 'live', customer, facts }));
    const { Computer, 'User name': user, 'Local address': address, Screens } = shown();
    assert.deepEqual([Computer, user, address, Screens], ['WEST-PC-07', 'mkowalenko', '10.0.0.7', '2']);
    assert.doesNotMatch(drawn.box.textContent ?? '', /known once/);
    await drawn.remove();
  });

  it('lead to the question for the screen, unless it is open', async () => {
    const fresh = await aButton(aHead({ state: 'live', customer, facts: null, consents: [], ask: null }));
    await press(fresh.drawn.button('Open connection'));
    assert.deepEqual(fresh.begun, ['view']);
    await fresh.drawn.remove();
    const view = { scope: 'view', devices: 'both', grantedAt: 0, until: null } as const;
    const open = await aButton(aHead({ state: 'live', customer, facts, consents: [view] }));
    await press(open.drawn.button('Open connection'));
    assert.deepEqual(open.begun, []);
    await open.drawn.remove();
  });

  it('put the number to call first before everything, until the computer can be looked at', async () => {
    const { around } = aView();
    const shown = async (some: Partial<SessionHead>) => {
      const drawn = await draw(
        () => around(h(CallFirst, { head: aHead({ state: 'live', customer, facts: null, ...some }) })),
        {},
      );
      const text = drawn.box.textContent ?? '';
      await drawn.remove();
      return text;
    };
    assert.equal(await shown({}), 'Call Marta first:+34 600 (123)');
    assert.equal(await shown({ facts }), '');
    assert.equal(await shown({ customer: { ...customer, phone: '' } }), '');
  });
});
