import assert from 'node:assert/strict';
import * as v from 'valibot';
import { assigneesOf, lastAssignment } from '../../../../../extension/panel/team/assignees.ts';
import { OfferId } from '../../../../../shared/contract/identifiers.ts';
import type { Assignment, Team, TeamRep } from '../../../../../shared/contract/team.ts';
import { accountId, aRequest, channelId, requestId } from '../../builders.ts';

function aRep(name: string, some: Partial<TeamRep> = {}): TeamRep {
  const channels = [{ id: channelId(), capacity: 2 }];
  const there = { presence: 'online' as const, since: 0, helping: 0, channels, sessions: [] };
  return { id: accountId(name), name, picture: null, ...there, ...some };
}

function anAssignment(to: string, some: Partial<Assignment> = {}): Assignment {
  return {
    offer: v.parse(OfferId, 'o'.repeat(22)),
    request: requestId('other'),
    channel: channelId(),
    customer: 'Ruben',
    to: accountId(to),
    toName: to,
    by: accountId('lena'),
    byName: 'Lena',
    madeAt: 0,
    dueAt: 20_000,
    end: null,
    ...some,
  };
}

const aTeam = (some: Partial<Team>): Team => ({ at: 0, channels: [], reps: [], assignments: [], ...some });

describe('Whom a lead can put a customer before', () => {
  it('are the reps of the channel without the lead, those first who can be chosen, whoever helps least before', () => {
    const team = aTeam({
      reps: [
        aRep('full', { helping: 2, presence: 'busy' }),
        aRep('one', { helping: 1, presence: 'busy' }),
        aRep('none'),
        aRep('away', { presence: 'away' }),
        aRep('offline', { presence: 'offline' }),
        aRep('elsewhere', { channels: [{ id: channelId('other'), capacity: 2 }] }),
        aRep('asked'),
        aRep('lena'),
      ],
      assignments: [anAssignment('asked')],
    });
    assert.deepEqual(
      assigneesOf(aRequest(), team, accountId('lena')).map(({ rep, standing }) => `${rep.name} ${standing}`),
      ['none free', 'one free', 'away away', 'offline offline', 'asked asked', 'full full'],
    );
  });

  it('may be asked again who has answered, or has this very customer before them', () => {
    const end = { how: 'passed' as const, at: 1 };
    const team = aTeam({
      reps: [aRep('ana'), aRep('bo')],
      assignments: [anAssignment('ana', { end }), anAssignment('bo', { request: requestId() })],
    });
    assert.ok(assigneesOf(aRequest(), team, accountId('lena')).every(({ standing }) => standing === 'free'));
    assert.equal(lastAssignment(requestId(), team)?.to, accountId('bo'));
  });
});
