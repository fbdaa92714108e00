import assert from 'node:assert/strict';
import { startOfDay } from '../../../../server/statistics/day-sheet.ts';
import { makeDaySheet } from '../../../../server/statistics/make-day-sheet.ts';
import { createStatistics } from '../../../../server/statistics/statistics-service.ts';
import { AccountId } from '../../../../shared/contract/identifiers.ts';
import { newId } from '../../../../server/secrets/random.ts';
import { anAccount } from '../team/a-team.ts';

const day = '2026-03-02';
const at = startOfDay(day) + 9 * 60 * 60_000;

describe('What today came to', () => {
  const [ana, cy] = [anAccount('Ana', { id: newId(AccountId) }), anAccount('Cy', { id: newId(AccountId) })];
  const [general, boats] = [
    { id: 'general', name: 'General' },
    { id: 'boats', name: 'Boats' },
  ];
  const asked = { at, incident: null, rep: null, settledAt: at + 1000 };
  const requests = [
    { ...asked, channel: general, outcome: 'answered' as const, rep: ana.id },
    { ...asked, channel: general, outcome: 'gave-up' as const },
    { ...asked, channel: boats, outcome: 'gave-up' as const },
    { ...asked, channel: boats, outcome: 'answered' as const, rep: cy.id },
  ];
  const facts = { requests, sessions: [], presence: [], missed: [], survey: [], atStart: [], isOpen: false };
  const channels = [
    { ...general, members: [ana.id] },
    { ...boats, members: [cy.id] },
  ];
  const statistics = createStatistics({
    sheets: { each: (_from: number, _to: number, see: (sheet: object) => void) => see(makeDaySheet(day, facts, at)) },
    accounts: { list: () => Promise.resolve([ana, cy]) },
    channels: { list: () => Promise.resolve(channels) },
    groups: { tree: () => Promise.resolve([]) },
    zone: () => Promise.resolve('UTC'),
    clock: { now: () => at + 60_000 },
  } as unknown as Parameters<typeof createStatistics>[0]);

  it('counts for a lead who gave up in the channels of the lead’s reps', async () => {
    assert.deepEqual(await statistics.today([ana.id]), { requests: 2, answered: 1, quick: 1, gaveUp: 1 });
  });

  it('counts everybody once for who sees all', async () => {
    assert.deepEqual(await statistics.today(undefined), { requests: 4, answered: 2, quick: 2, gaveUp: 2 });
  });
});
