import assert from 'node:assert/strict';
import type { Candidate } from '../../../../server/distribution/choose-offers.ts';
import { assignmentToMake } from '../../../../server/team/may-assign.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { accountId, aChannel, anAccount, anAssignment, aRep, aRequest, channelId, requestId } from './a-team.ts';

/** Ana may be given Marta, but for what is said. */
function aWish(ana: Partial<Candidate> = {}) {
  const line = [aRequest('Marta'), aRequest('Ruben')];
  const general = aChannel('general', { reps: [aRep('Ana', ana)], line });
  return {
    scope: { reps: [anAccount('Ana'), anAccount('Cy')], channels: [general] },
    request: requestId('Marta'),
    to: accountId('Ana'),
    open: [],
    reachable: new Set([accountId('Ana'), accountId('Cy')]),
  };
}

function refusal(wish: Parameters<typeof assignmentToMake>[0]): string {
  try {
    assignmentToMake(wish);
  } catch (error) {
    assert.ok(error instanceof AppError);
    return `${error.code}: ${error.message}`;
  }
  return 'none';
}

describe('A lead who assigns a waiting customer', () => {
  it('has them offered to the rep alone, for as long as the channel gives', () => {
    const offer = { request: requestId('Marta'), channel: channelId('general'), rep: accountId('Ana') };
    assert.deepEqual(assignmentToMake(aWish()), { ...offer, exclusive: true, seconds: 20 });
  });

  it('may assign anew whom the rep has before them already', () => {
    assert.equal(refusal({ ...aWish(), open: [anAssignment()] }), 'none');
  });

  it('is refused for who waits in no channel of the team, and for who is not of the team', () => {
    assert.match(refusal({ ...aWish(), request: requestId('Nobody') }), /^not-found: They are not in line/);
    assert.match(refusal({ ...aWish(), to: accountId('Bo') }), /^not-found: There is nobody like that/);
    assert.match(refusal({ ...aWish(), to: accountId('Cy') }), /^not-allowed: Cy does not answer in general/);
  });

  it('is refused for a rep who is out of reach, Away or full, in words that name them', () => {
    assert.match(refusal({ ...aWish(), reachable: new Set() }), /^nobody-there: Ana is not signed in/);
    assert.match(refusal(aWish({ loggedIn: false })), /^nobody-there: Ana is not signed in/);
    assert.match(refusal(aWish({ chosen: 'away' })), /^nobody-there: Ana is Away/);
    assert.match(refusal(aWish({ activeSessions: 2 })), /^at-capacity: Ana has as many/);
  });

  it('is refused while the rep has not answered another assignment; an offer of the channel’s own gives way', () => {
    const other = anAssignment({ request: requestId('Ruben') });
    assert.match(refusal({ ...aWish(), open: [other] }), /^at-capacity: Ana has not answered/);
    const { assigned: _lead, ...own } = other;
    assert.equal(refusal({ ...aWish(), open: [own] }), 'none');
  });
});
