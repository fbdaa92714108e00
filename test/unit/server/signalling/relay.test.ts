import assert from 'node:assert/strict';
import * as v from 'valibot';
import { AccountId, PeerId, SessionId } from '../../../../shared/contract/identifiers.ts';
import { createRelay } from '../../../../server/signalling/relay.ts';
import type { Peer } from '../../../../server/signalling/relay.ts';
import { BrowserId } from '../../../../server/edge/links.ts';
import type { Party } from '../../../../server/signalling/passes.ts';
import { aSession } from '../sessions/a-log.ts';

const host: Party = { session: aSession, role: 'host' };
const viewer: Party = { session: aSession, role: 'viewer', account: v.parse(AccountId, 'a'.repeat(22)) };
const talker: Party = { session: aSession, role: 'viewer-call', account: v.parse(AccountId, 'a'.repeat(22)) };
const page: Party = { session: aSession, role: 'page', browser: v.parse(BrowserId, 'b'.repeat(43)) };
const id = (letter: string) => v.parse(PeerId, `p${letter.repeat(26)}`);

function aPeer(letter: string, party: Party): Peer & { readonly got: string[] } {
  const got: string[] = [];
  return { id: id(letter), party, got, send: (text) => void got.push(text), close: () => undefined };
}

describe('What waits for a viewer that is on its way', () => {
  const message = (payload: string) => ({ type: 'OFFER', dst: id('v'), payload }) as const;

  it('is handed over when it comes, at most 64 messages', () => {
    const relay = createRelay(() => viewer);
    const [from, to] = [aPeer('h', host), aPeer('v', viewer)];
    relay.join(from);
    const outcomes = Array.from({ length: 70 }, () => relay.relay(from, message('x')));
    assert.deepEqual([outcomes[63], outcomes[64]], ['queued', 'full']);
    relay.join(to);
    assert.equal(to.got.length, 64);
  });

  it('is never more than 64 kB', () => {
    const relay = createRelay(() => viewer);
    const from = aPeer('h', host);
    relay.join(from);
    const outcomes = Array.from({ length: 3 }, () => relay.relay(from, message('x'.repeat(30_000))));
    assert.deepEqual(outcomes, ['queued', 'queued', 'full']);
  });

  it('ends with a word to the caller when the viewer does not come', () => {
    const relay = createRelay(() => viewer);
    const from = aPeer('h', host);
    relay.join(from);
    relay.relay(from, message('x'));
    relay.expire(id('v'));
    assert.deepEqual(JSON.parse(from.got[0] ?? ''), { type: 'EXPIRE', src: id('v'), dst: id('h') });
  });

  it('is nothing from one viewer to another of the same session', () => {
    const relay = createRelay(() => undefined);
    const [one, other] = [aPeer('h', viewer), aPeer('v', viewer)];
    relay.join(one);
    relay.join(other);
    assert.equal(relay.relay(one, message('x')), 'outsider');
    assert.deepEqual(other.got, []);
  });
});

describe('The two ends of a call', () => {
  const ends = { host, viewer, page, talker };
  const outcome = (from: Party, to: Party) => {
    const relay = createRelay(() => undefined);
    const [one, other] = [aPeer('f', from), aPeer('t', to)];
    relay.join(one);
    relay.join(other);
    return relay.relay(one, { type: 'OFFER', dst: id('t'), payload: 'x' });
  };

  it('reach each other, as host and viewer do, and nobody reaches anybody else', () => {
    const names = Object.keys(ends) as (keyof typeof ends)[];
    const reached = names.flatMap((from) =>
      names.filter((to) => outcome(ends[from], ends[to]) === 'sent').map((to) => `${from} ${to}`),
    );
    assert.deepEqual(reached, ['host viewer', 'viewer host', 'page talker', 'talker page']);
  });

  it('are of one session', () => {
    const elsewhere = { ...page, session: v.parse(SessionId, 'e'.repeat(22)) };
    assert.equal(outcome(elsewhere, talker), 'outsider');
    assert.equal(outcome(talker, elsewhere), 'outsider');
  });
});
