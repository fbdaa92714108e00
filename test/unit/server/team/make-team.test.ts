import assert from 'node:assert/strict';
import { makeTeam } from '../../../../server/team/make-team.ts';
import {
  accountId,
  aChannel,
  anAccount,
  anAssignment,
  aQueue,
  aRep,
  aRequest,
  channelId,
  groupId,
  lena,
  tree,
} from './a-team.ts';

const facts = () => ({
  tree,
  accounts: [
    lena,
    anAccount('Ana', { channels: [channelId('general'), channelId('boats')] }),
    anAccount('Bo', { group: groupId('city') }),
    anAccount('Gone', { disabled: true }),
    anAccount('Idle', { channels: [] }),
    anAccount('Cy', { group: groupId('harbour'), channels: [channelId('fish')] }),
  ],
  queue: aQueue(
    aChannel('general', {
      reps: [aRep('Ana', { activeSessions: 1, capacity: 3 })],
      members: [accountId('Ana'), accountId('Bo')],
      line: [aRequest('Marta'), aRequest('Ruben')],
    }),
    aChannel('boats', { reps: [aRep('Ana', { activeSessions: 1, capacity: 1 })] }),
    aChannel('fish', { reps: [aRep('Cy')], line: [aRequest('Stranger')] }),
  ),
  standings: new Map([[accountId('Ana'), { presence: 'busy' as const, since: 5 }]]),
  live: [],
  assigned: [anAssignment(), anAssignment({ channel: channelId('fish') })],
  at: 100,
});

describe('What a team lead sees', () => {
  it('are the reps of the led groups and of those below, those first who are there', () => {
    const team = makeTeam(lena, facts());
    assert.deepEqual(
      team.reps.map(({ name, presence, since }) => [name, presence, since]),
      [
        ['Ana Example', 'busy', 5],
        ['Bo Example', 'offline', null],
      ],
    );
  });

  it('are the lines of the channels in which these answer, whole, and no other', () => {
    const team = makeTeam(lena, facts());
    assert.deepEqual(
      team.channels.map(({ name, line }) => [name, line.map((one) => one.name)]),
      [
        ['general', ['Marta', 'Ruben']],
        ['boats', []],
      ],
    );
    assert.deepEqual(
      team.assignments.map(({ channel }) => channel),
      [channelId('general')],
    );
  });

  it('is how many customers each may have in each channel; whoever is not there as the channel says', () => {
    const { reps } = makeTeam(lena, facts());
    assert.deepEqual(
      reps[0]?.channels.map(({ capacity }) => capacity),
      [3, 1],
    );
    assert.equal(reps[0]?.helping, 1);
    assert.equal(reps[1]?.channels.length, 1);
    assert.deepEqual([reps[1]?.helping, typeof reps[1]?.channels[0]?.capacity], [0, 'number']);
  });

  it('is everything for an administrator, and nothing for whoever leads nobody', () => {
    const all = makeTeam(anAccount('Maria', { role: 'administrator' }), facts());
    assert.equal(all.channels.length, 3);
    const none = makeTeam(anAccount('Ana'), facts());
    assert.deepEqual([none.channels, none.reps, none.assignments], [[], [], []]);
  });
});
