import assert from 'node:assert/strict';
// oxlint-disable-next-line no-restricted-imports -- only its clock: the shortest consent lasts a quarter of an hour
import { mock } from 'node:test';
import type { Desktop } from '../../../../customer-host/desktop/desktop.ts';
import { startHostSession } from '../../../../customer-host/session/host-session.ts';
import type { HostWindows } from '../../../../customer-host/windows/host-windows.ts';
import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
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
function startWithYes({ refuses, now = () => Date.now() }: { refuses?: HostReport['kind']; now?: () => number } = {}) {
  const reports: HostReport[] = [];
  const banners: string[] = [];
  const windows: HostWindows = {
    askConsent: () => Promise.resolve('yes'),
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
  const session = startHostSession({
    helper: { name: 'Ines Halvorsen', firstName: 'Ines', organisation: 'Ostervale City Services' },
    windows,
    desktop,
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
  return { reports, banners, session };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
