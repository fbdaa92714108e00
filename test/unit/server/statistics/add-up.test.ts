import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { AccountId } from '../../../../shared/contract/identifiers.ts';
import { createAdding } from '../../../../server/statistics/add-up.ts';
import type { Chosen } from '../../../../server/statistics/add-up.ts';
import { makeDaySheet } from '../../../../server/statistics/make-day-sheet.ts';
import type { RequestFact } from '../../../../server/statistics/make-day-sheet.ts';
import { daysOf } from '../../../../server/statistics/periods.ts';
import { createTally } from '../../../../server/statistics/tally.ts';

const SECOND_MS = 1000;
const ana = v.parse(AccountId, 'ana'.padEnd(22, '-'));
const [printing, mail] = [
  { id: 'printing', name: 'Printing' },
  { id: 'mail', name: 'Mail' },
];
const all: Chosen = { channel: () => true, rep: () => true, incident: () => true };
const names = {
  channel: () => undefined,
  rep: () => 'Ana',
  groupOf: () => ({ id: 'group', name: 'Support › Printing' }),
  ...{ byCode: 'By code', noGroup: 'In no group', noIncident: 'None' },
};

const aRequest = (asked: string, waitedS: number, some: Partial<RequestFact> = {}): RequestFact => ({
  at: Date.parse(asked),
  channel: printing ?? { id: '', name: '' },
  incident: null,
  outcome: 'answered',
  rep: ana,
  settledAt: Date.parse(asked) + waitedS * SECOND_MS,
  ...some,
});

function addUp(day: string, requests: readonly RequestFact[], chosen = all, zone = 'UTC') {
  const nothing = { sessions: [], presence: [], missed: [], survey: [], atStart: [], isOpen: false };
  const adding = createAdding(daysOf({ from: day, to: day }, 0, zone), chosen);
  for (const utcDay of new Set(requests.map(({ at }) => new Date(at).toISOString().slice(0, 10)))) {
    const own = requests.filter(({ at }) => new Date(at).toISOString().startsWith(utcDay));
    adding.add(makeDaySheet(utcDay, { ...nothing, requests: own }, Date.parse('2027-01-01')));
  }
  return adding.result(names);
}

describe('Adding up', () => {
  it('tells who was answered from who gave up, and how long each waited', () => {
    const { totals } = addUp('2026-06-04', [
      aRequest('2026-06-04T09:00:00Z', 30),
      aRequest('2026-06-04T09:05:00Z', 90),
      aRequest('2026-06-04T09:10:00Z', 61),
      aRequest('2026-06-04T10:00:00Z', 400, { outcome: 'gave-up', rep: null }),
      aRequest('2026-06-04T10:30:00Z', 0, { outcome: 'waiting', rep: null, settledAt: null }),
    ]);
    assert.deepEqual([totals.requests, totals.answered, totals.gaveUp, totals.quick], [5, 3, 1, 1]);
    assert.equal(totals.medianWaitMs, 61 * SECOND_MS);
    assert.equal(totals.nineInTenWaitMs, 90 * SECOND_MS);
    assert.equal(totals.medianGiveUpMs, 400 * SECOND_MS);
  });

  it('counts a request on the day and in the hour that the organisation’s clocks showed', () => {
    const requests = [aRequest('2026-06-04T22:30:00Z', 5), aRequest('2026-06-04T21:30:00Z', 5)];
    const { totals, hours } = addUp('2026-06-05', requests, all, 'Europe/Berlin');
    assert.equal(totals.requests, 1);
    assert.deepEqual(hours, [{ weekday: 5, hour: 0, requests: 1, average: 1 }]);
  });

  it('leaves out what is not chosen, and shows channels by size with the name they had', () => {
    const requests = [
      aRequest('2026-06-04T09:00:00Z', 5, { channel: mail ?? { id: '', name: '' } }),
      aRequest('2026-06-04T10:00:00Z', 5),
      aRequest('2026-06-04T11:00:00Z', 5),
    ];
    const shown = ({ channels }: ReturnType<typeof addUp>) =>
      channels.map(({ name, measures }) => [name, measures.requests]);
    assert.deepEqual(shown(addUp('2026-06-04', requests)), [
      ['Printing', 2],
      ['Mail', 1],
    ]);
    assert.deepEqual(shown(addUp('2026-06-04', requests, { ...all, channel: (id) => id === 'mail' })), [['Mail', 1]]);
    assert.equal(addUp('2026-06-04', requests, { ...all, rep: (id) => id === null }).totals.requests, 0);
  });

  it('counts faces and verdicts where the sessions stood, and tells who was content and what is solved [B-11]', () => {
    const day = '2026-06-04';
    const at = Date.parse(`${day}T09:00:00Z`);
    const said = { at, channel: printing ?? null, rep: ana, incident: null };
    const survey = [
      ...([5, 4, 2] as const).map((face) => ({ ...said, face, verdict: null })),
      ...(['yes', 'partly'] as const).map((verdict) => ({ ...said, face: null, verdict })),
    ];
    const facts = { requests: [], sessions: [], presence: [], missed: [], survey, atStart: [], isOpen: false };
    const adding = createAdding(daysOf({ from: day, to: day }, 0, 'UTC'), all);
    adding.add(makeDaySheet(day, facts, Date.parse('2027-01-01')));
    const { totals, channels, groups, reps } = adding.result(names);
    for (const { measures } of [{ measures: totals }, channels[0], groups[0], reps[0]].flatMap((one) => one ?? [])) {
      const { faces, content, averageFace, judged, solved } = measures;
      assert.deepEqual([faces, content, averageFace, judged, solved], [3, 2, 11 / 3, 2, 1]);
    }
  });

  it('puts every length that was at or below nine in ten of them, and half at or below the middle', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 300 }), (waits) => {
        const tally = createTally();
        for (const wait of waits) tally.request('answered', wait);
        const { medianWaitMs, nineInTenWaitMs } = tally.measures();
        const atMost = (length: number | null) => waits.filter((wait) => wait <= (length ?? -1)).length;
        assert.ok(atMost(medianWaitMs) >= waits.length / 2 && waits.includes(medianWaitMs ?? -1));
        assert.ok(atMost(nineInTenWaitMs) >= waits.length * 0.9 && waits.includes(nineInTenWaitMs ?? -1));
      }),
    );
  });

  it('puts what reps answered into their groups, and nothing that nobody answered', () => {
    const { groups } = addUp('2026-06-04', [
      aRequest('2026-06-04T09:00:00Z', 30),
      aRequest('2026-06-04T09:05:00Z', 90),
      aRequest('2026-06-04T10:00:00Z', 400, { outcome: 'gave-up', rep: null }),
    ]);
    assert.deepEqual(
      groups.map(({ name, measures }) => [name, measures.requests, measures.answered, measures.medianWaitMs]),
      [['Support › Printing', 2, 2, 30 * SECOND_MS]],
    );
  });

  it('has no middle of nothing', () => {
    assert.equal(createTally().measures().medianWaitMs, null);
  });
});
