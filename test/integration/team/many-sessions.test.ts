/** Leads are shown all sessions of their reps, however many others have. */
import assert from 'node:assert/strict';
import { openLiveBoard } from '../../../server/live-board/open-live-board.ts';
import { offerModel } from '../../../server/distribution/offer-model.ts';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import type { ChannelView, QueueView } from '../../../server/queue/queue-views.ts';
import { newId } from '../../../server/secrets/random.ts';
import { emptyProjection } from '../../../server/sessions/project-session.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { makeTeam } from '../../../server/team/make-team.ts';
import { createTeamFacts } from '../../../server/team/team-facts.ts';
import type { Account } from '../../../shared/contract/account.ts';
import { AccountId, GroupId, OfferId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

const OTHERS = 600;

describe('A lead’s reps in an organisation with hundreds of sessions', () => {
  let inProcess: FeaturesInProcess;
  const group = newId(GroupId);
  before(async () => {
    inProcess = await featuresInProcess({ repNames: ['Ana', 'Bo'] });
    const ana = inProcess.reps[0];
    assert.ok(ana);
    const owners = [...Array.from({ length: OTHERS }, () => newId(AccountId)), ana.id, ana.id];
    const { connection, channel } = inProcess;
    await connection.collection<{ _id: string }>('sessions').insertMany(
      owners.map((owner) => ({
        _id: newId(SessionId),
        ...{ owner, browser: aBrowser(), customer: { name: 'Marta', email: '', phone: '' }, reason: 'Printer' },
        ...{ channel: channel.id, channelName: channel.name, startedAt: 1, state: 'live', endedAt: null },
        ...{ read: { customer: 0, reps: 0 }, projection: emptyProjection, dismissed: false, finished: false },
      })),
    );
    const assigned = { by: ana.id, byName: 'Lead', customer: 'Marta', end: 'passed' };
    const offer = { repName: 'Ana', exclusive: true, state: 'passed', rep: ana.id, dueAt: 0, settledAt: 0, assigned };
    await connection.collection<{ _id: string }>('offers').insertMany(
      Array.from({ length: 151 }, (_none, index) => ({
        _id: newId(OfferId),
        ...{ ...offer, request: newId(RequestId), channel: index === 0 ? channel.id : 'elsewhere' },
        madeAt: Date.now() + index,
      })),
    );
  });
  after(() => inProcess?.stop());

  function town() {
    const [ana, bo] = inProcess.reps;
    assert.ok(ana && bo);
    const lead: Account = { ...bo, role: 'team-lead', channels: [], leads: [group] };
    const accounts = { list: () => Promise.resolve([lead, { ...ana, group }]) };
    const view = { channel: inProcess.channel, status: 'open', line: [], reps: [], now: { settings: {} } };
    const queue = { channels: new Map([[inProcess.channel.id, view as unknown as ChannelView]]), open: [] };
    const queueLook = { look: () => Promise.resolve(queue as unknown as QueueView) };
    const { intervals } = presenceModels(inProcess.connection);
    const sessions = sessionModel(inProcess.connection);
    return { ana, lead, accounts, queueLook, intervals, sessions, clock: { now: () => Date.now() } };
  }

  it('are shown with their sessions and what was assigned to them in the team', async () => {
    const { ana, lead, sessions, ...needs } = town();
    const tree = [{ id: group, name: 'Town hall', parent: null }];
    const groups = { tree: () => Promise.resolve(tree) };
    const facts = createTeamFacts({ ...needs, sessions, groups, offers: offerModel(inProcess.connection) });
    const team = makeTeam(lead, await facts.all([lead.id]));
    assert.deepEqual(
      team.reps.map(({ id, sessions: theirs }) => [id, theirs.length]),
      [[ana.id, 2]],
    );
    assert.equal(team.assignments.length, 1);
  });

  it('are shown with their sessions on the board, and all of the channel are counted', async () => {
    const { ana, lead, sessions, ...needs } = town();
    const today = { requests: 0, answered: 0, quick: 0, gaveUp: 0 };
    const board = openLiveBoard({
      ...needs,
      model: sessions,
      today: () => Promise.resolve(today),
      seenBy: () => Promise.resolve([ana.id]),
    });
    const shown = await board['board.look']({}, { account: lead, tokenHash: '', address: '' });
    assert.deepEqual(
      shown.board.reps.map(({ id, sessions: theirs }) => [id, theirs.length]),
      [[ana.id, 2]],
    );
    assert.equal(shown.board.channels[0]?.inSession, OTHERS + 2);
  });
});
