import assert from 'node:assert/strict';
// oxlint-disable-next-line no-restricted-imports -- only its clock: the shortest consent lasts a quarter of an hour
import { mock } from 'node:test';
import * as v from 'valibot';
import type { Desktop } from '../../../../customer-host/desktop/desktop.ts';
import { repsHere } from '../../../../customer-host/session/reps-here.ts';
import { startHostSession } from '../../../../customer-host/session/host-session.ts';
import type { HostWindows } from '../../../../customer-host/windows/host-windows.ts';
import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
import { AccountId, SessionId } from '../../../../shared/contract/identifiers.ts';
import type { HostReport } from '../../../../shared/contract/session-log.ts';

const MINUTE = 60_000;
const control: ConsentAsk = { scope: 'control', devices: 'both', minutes: 15 };

describe('a session on the customer’s computer', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 0 }));
  afterEach(() => mock.timers.reset());

  it('ends seeing and control by itself when their time is over, and reports both', async () => {
    const { reports, banners, session } = startWithYes();
    await settled();
    assert.deepEqual(banners.at(-1), 'controlling');
    mock.timers.tick(15 * MINUTE - 1000);
    assert.deepEqual(banners.at(-1), 'controlling');
    mock.timers.tick(1000);
    assert.deepEqual(banners.at(-1), 'connecting');
    assert.deepEqual(
      reports.map((report) => [report.kind, 'scope' in report && report.scope]),
      [
        ['granted', 'control'],
        ['expired', 'view'],
        ['expired', 'control'],
      ],
    );
    session.stop();
  });

  it('ends them also when the timer comes a millisecond before the clock has got there', async () => {
    let lagMs = 0;
    const { reports, banners, session } = startWithYes({ now: () => Date.now() - lagMs });
    await settled();
    lagMs = 1;
    mock.timers.tick(15 * MINUTE);
    mock.timers.tick(1);
    assert.equal(banners.at(-1), 'connecting');
    assert.deepEqual(
      reports.map(({ kind }) => kind),
      ['granted', 'expired', 'expired'],
    );
    session.stop();
  });

  it('ends them at their time also when the clock was set back meanwhile', async () => {
    let setBackMs = 0;
    const { banners, session } = startWithYes({ now: () => Date.now() - setBackMs });
    await settled();
    setBackMs = 10_000;
    mock.timers.tick(15 * MINUTE);
    assert.equal(banners.at(-1), 'controlling', 'by that clock it is not over yet');
    mock.timers.tick(10_000);
    assert.equal(banners.at(-1), 'connecting');
    session.stop();
  });

  it('ends them a moment after the computer has slept over their end', async () => {
    let sleptMs = 0;
    const { banners, session } = startWithYes({ now: () => Date.now() + sleptMs });
    await settled();
    sleptMs = 60 * MINUTE;
    mock.timers.tick(200);
    assert.equal(banners.at(-1), 'connecting');
    session.stop();
  });

  it('raises no flood of questions: one at once, and after a No none for twenty seconds', async () => {
    const { session, questions } = startWithYes({ answer: 'no' });
    await settled();
    assert.equal(questions(), 1);
    for (let round = 0; round < 50; round += 1) {
      session.onEntry(asked(control));
      await settled();
    }
    mock.timers.tick(19_000);
    await settled();
    assert.equal(questions(), 1);
    mock.timers.tick(1000);
    await settled();
    assert.equal(questions(), 2, 'the last of them, once');
    session.stop();
  });

  it('asks about another thing a second after a No, as the server lets it pass', async () => {
    const { session, questions } = startWithYes({ answer: 'no' });
    await settled();
    session.onEntry(asked({ scope: 'view', devices: 'both', minutes: 15 }));
    await settled();
    assert.equal(questions(), 1);
    mock.timers.tick(1000);
    await settled();
    assert.equal(questions(), 2);
    session.stop();
  });

  it('shows at most one question a second to a rep who asks and takes back without end', () => {
    const { session, questions } = startWithYes({ answer: 'none' });
    for (let round = 0; round < 50; round += 1) {
      session.onEntry({ ...asked(control), kind: 'unasked', scope: 'control' });
      session.onEntry(asked(control));
    }
    assert.equal(questions(), 1);
    mock.timers.tick(1000);
    assert.equal(questions(), 2);
    session.onEntry(asked(control));
    session.onEntry({ ...asked(control), kind: 'unasked', scope: 'control' });
    mock.timers.tick(5000);
    assert.equal(questions(), 2, 'what was taken back is not asked later');
    session.stop();
  });

  it('takes a question away as soon as another representative than the one who asked goes on', () => {
    const { session, standing } = startWithYes({ answer: 'none' });
    assert.equal(standing(), 1);
    const by = { kind: 'rep', name: 'Bo', account: v.parse(AccountId, 'b'.repeat(22)) } as const;
    session.onEntry({ ...asked(control), by, kind: 'joined', role: 'guest' });
    assert.equal(standing(), 1, 'a guest changes nothing');
    session.onEntry({ ...asked(control), by, kind: 'joined', role: 'rep' });
    assert.equal(standing(), 0);
    session.stop();
  });

  it('holds nothing when the server refuses the Yes, because the question was taken back just before', async () => {
    const { reports, banners, session } = startWithYes({ refuses: 'granted' });
    await settled();
    assert.equal(banners.at(-1), 'connecting');
    assert.deepEqual(
      reports.map(({ kind }) => kind),
      ['granted', 'withdrawn'],
    );
    session.stop();
  });
});

/** The customer says yes to control at once. */
function startWithYes({
  refuses,
  now = () => Date.now(),
  answer = 'yes',
}: { refuses?: HostReport['kind']; now?: () => number; answer?: 'yes' | 'no' | 'none' } = {}) {
  let questions = 0;
  let standing = 0;
  const reports: HostReport[] = [];
  const banners: string[] = [];
  const windows: HostWindows = {
    askConsent(_question, signal) {
      questions += 1;
      if (answer !== 'none') return Promise.resolve(answer);
      standing += 1;
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          standing -= 1;
          reject(new Error('withdrawn'));
        });
      });
    },
    banner: () => ({ update: ({ state }) => void banners.push(state), close() {} }),
    notice: () => ({ answered: Promise.resolve('close'), close() {} }),
    close() {},
  };
  const desktop: Desktop = {
    screen: { sourceForViewer: () => assert.fail('nobody looks') },
    size: { width: 100, height: 100 },
    facts: { computer: '', user: '', platform: '', localAddress: '', monitors: 1 },
    watchCursor: () => () => {},
    inject() {},
    holding: false,
    releaseAll() {},
    watchHand: () => () => {},
    onResize: () => () => {},
    onLost: () => () => {},
    close() {},
  };
  const owner = { account: v.parse(AccountId, 'i'.repeat(22)), displayName: 'Ines Halvorsen', picture: null };
  const session = startHostSession({
    reps: repsHere({ owner }),
    helper: { name: 'Ines Halvorsen', firstName: 'Ines', organisation: 'Ostervale City Services' },
    windows,
    desktop,
    launch: () => assert.fail('nothing is to be opened'),
    tools: {},
    calls: { call: () => assert.fail('nobody waits'), hangUp() {}, close() {} },
    server: {
      report(report, onRefused) {
        reports.push(report);
        if (report.kind === refuses) queueMicrotask(() => onRefused?.());
      },
      end: () => Promise.resolve(),
    },
    now,
    startedAt: 0,
    firstAsk: control,
    stillForMs: 2000,
  });
  return { reports, banners, session, questions: () => questions, standing: () => standing };
}

function asked(ask: ConsentAsk) {
  const session = v.parse(SessionId, 'a'.repeat(22));
  const by = { kind: 'rep', name: 'Ines' } as const;
  return { kind: 'asked', ask, session, seq: 1, at: 0, by, audience: 'all', clientId: null } as const;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
