import assert from 'node:assert/strict';
import type { ToolPlace } from '../../../../extension/tools/session-tool.ts';
import { consentStanding, deniedStanding, ownerStanding } from '../../../../extension/tools/tool-standing.ts';
import { myPart } from '../../../../extension/members/my-part.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { accountId, aHead, anEntry } from '../builders.ts';

const ask = { scope: 'view', devices: 'both', minutes: 15 } as const;
const view = { scope: 'view', devices: 'both', grantedAt: 0, until: 900_000 } as const;
const control = { scope: 'control', devices: 'both', grantedAt: 0, until: null } as const;

/** Only what standings are read from. */
type Standing = Pick<ToolPlace, 'head' | 'entries' | 'now' | 'part' | 'rights'>;

function aPlace(head: Partial<SessionHead> = {}, some: Partial<Standing & { me: string }> = {}): Standing {
  const whole = aHead(head);
  const entries: readonly LogEntry[] = [];
  return { head: whole, entries, now: 0, part: myPart(whole, accountId(some.me)), rights: undefined, ...some };
}

describe('how a tool stands that the customer is asked for', () => {
  it('is not asked at first, and can be', () => {
    assert.deepEqual(consentStanding(aPlace(), 'view'), { is: 'ready', word: 'not asked', because: undefined });
  });

  it('is asked, with how long the customer has had for the answer', () => {
    const entries = [anEntry(1, { kind: 'asked', ask })];
    const place = aPlace({ ask, screen: 'asked' }, { entries, now: 13_000 });
    assert.deepEqual(consentStanding(place, 'view'), { is: 'asked', word: 'asked, 0:12' });
    const other = consentStanding(place, 'control');
    assert.deepEqual([other.is, other.because], ['ready', 'Another question to the customer is open.']);
  });

  it('is granted, with what is left of it', () => {
    const place = aPlace({ consents: [view] }, { now: 149_000 });
    assert.deepEqual(consentStanding(place, 'view'), { is: 'granted', word: 'granted, 12:31 left' });
    assert.equal(consentStanding(aPlace({ consents: [control] }), 'control').word, 'granted for this session');
    assert.equal(consentStanding(aPlace({ consents: [control] }), 'view').word, 'granted with mouse and keyboard');
  });

  it('is refused, with when it can be asked for again, until it is', () => {
    const entries = [anEntry(1, { kind: 'asked', ask }), anEntry(2, { kind: 'refused', scope: 'view', place: 'page' })];
    const soon = consentStanding(aPlace({}, { entries, now: 12_000 }), 'view');
    assert.deepEqual(soon, { is: 'refused', word: 'refused', because: 'You can ask again in 20 s' });
    assert.equal(consentStanding(aPlace({}, { entries, now: 32_000 }), 'view').because, undefined);
  });

  it('is not permitted where the account has no right to it, and says who decided that', () => {
    const because = { level: 'group', name: 'Front desk' } as const;
    const rights = [{ tool: 'view', allowed: false, because }] as const;
    const words = 'Denied by the group Front desk. Ask an administrator.';
    assert.deepEqual(consentStanding(aPlace({}, { rights }), 'control'), {
      is: 'denied',
      word: 'not permitted',
      because: words,
    });
    assert.equal(deniedStanding(aPlace({}, { rights }), 'chat'), undefined);
  });

  it('belongs to the owner: a guest reads whose it is', () => {
    const guests = [{ account: accountId('bo'), displayName: 'Bo', picture: null, hands: 'view', since: 0 } as const];
    const place = aPlace({ guests }, { me: 'bo' });
    assert.equal(consentStanding(place, 'view').because, 'Ines owns the session and asks for it.');
    assert.equal(ownerStanding(place, '').because, 'Only Ines, who owns the session.');
  });
});
