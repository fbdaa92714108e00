import assert from 'node:assert/strict';
import { prefillBrief } from '../../../../extension/members/prefill-brief.ts';
import { anEntry, anOpenSession, inesSays, says } from '../builders.ts';

const head = (some: Parameters<typeof anOpenSession>[0] = {}) => anOpenSession(some).head;

describe('What a handover brief begins with', () => {
  it('is what the customer asked for, what was granted and done, and how the screen stands; promised is empty', () => {
    const facts = { computer: 'WEST-7', user: '', platform: 'Debian 12', localAddress: '', monitors: 1 };
    const entries = [
      anEntry(1, { kind: 'requested', channel: 'Printing', reason: 'Nothing prints', message: 'Since Monday.' }),
      inesSays(2, 'Let me look.'),
      anEntry(3, { kind: 'granted', scope: 'view', devices: 'both', until: null }),
      anEntry(4, { kind: 'screen-shown', route: 'direct' }),
      anEntry(5, { kind: 'refused', scope: 'control', place: 'host' }),
      inesSays(6, 'SECRET', { audience: 'reps' }),
      anEntry(7, { kind: 'call-accepted' }),
    ];
    const brief = prefillBrief(head({ reason: 'Nothing prints', screen: 'seeing', facts }), entries);
    assert.deepEqual(brief, {
      wanted: 'Nothing prints\nSince Monday.',
      tried: 'Seeing the screen was granted, looked at the screen, control was refused, talked with the customer.',
      state: 'The screen is seen. Computer: WEST-7, Debian 12.',
      promised: '',
    });
  });

  it('takes the customer’s first words where nothing was asked on the page', () => {
    const brief = prefillBrief(head({ reason: '' }), [inesSays(1, 'Good morning'), says(2, 'My mail does not open')]);
    assert.deepEqual([brief.wanted, brief.tried], ['My mail does not open', 'Only chat so far.']);
  });

  it('is never longer than a brief may be', () => {
    const { wanted } = prefillBrief(head({ reason: '' }), [says(1, 'x'.repeat(4000))]);
    assert.equal(wanted.length, 1000);
  });
});
