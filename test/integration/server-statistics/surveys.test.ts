/** What customers and reps answer after a session, and what administrators read of it. */
import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import type { Account } from '../../../shared/contract/account.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { SurveyCursor, SurveyLine, SurveySetting } from '../../../shared/contract/survey.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { customerClient, panelClient, repClient } from '../server-sessions/clients-in-process.ts';
import { aBrowser, featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';

const DAY_MS = 24 * 60 * 60_000;
const period = { from: '2026-06-01', to: '2026-06-07' };
const nothing = { channel: null, group: null, rep: null, incident: null };

describe('The survey after a session', () => {
  let now = Date.UTC(2026, 5, 4, 9);
  let inProcess: FeaturesInProcess;
  const sessions: { readonly session: SessionId; readonly browser: BrowserId; readonly rep: Account }[] = [];

  const customer = ({ browser }: { readonly browser: BrowserId }) => customerClient(inProcess.features, browser);
  const rep = (account: Account) => repClient(inProcess.features, account);
  const panel = (role: Account['role'] = 'administrator') =>
    panelClient(inProcess.features, inProcess.reps[0] ?? assert.fail(), role);
  const totals = async () => (await panel().call('statistics.get', { period, filter: nothing })).statistics.totals;

  async function aSession(account: Account, name: string) {
    const browser = aBrowser();
    inProcess.browsers.add(browser);
    const form = { channel: inProcess.channel.id, name, email: '', phone: '', reason: 'Printer', message: '' };
    await customer({ browser }).call('requests.ask', form);
    const { requests } = await rep(account).call('snapshot.get', {});
    const request = requests.find((one) => one.name === name) ?? assert.fail('nobody waits');
    const { session } = await rep(account).call('requests.claim', { request: request.id });
    return { session: session.id, browser, rep: account };
  }

  before(async () => {
    inProcess = await featuresInProcess({ repNames: ['Ana', 'Ben'], clock: { now: () => now } });
    for (const [place, account] of [...inProcess.reps, ...inProcess.reps].entries()) {
      const one = await aSession(account, `Customer ${place}`);
      await refuses(
        customer(one).call('surveys.answer', { session: one.session, face: 5, comment: '' }),
        'not-allowed',
      );
      now += 60_000;
      await rep(account).call('sessions.end', { session: one.session });
      sessions.push(one);
    }
  });
  after(() => inProcess?.stop());
  const at = (place: number) => sessions[place] ?? assert.fail();
  const answer = (place: number, face: 1 | 2 | 3 | 4 | 5, comment = '') =>
    customer(at(place)).call('surveys.answer', { session: at(place).session, face, comment });

  it('counts one answer a session, the last one, on the day of the first, for channel and rep [B-11]', async () => {
    assert.deepEqual(await customer(at(0)).call('surveys.own', { session: at(0).session }), {
      survey: { question: 'Did it help?', answer: null },
    });
    await answer(0, 2);
    await answer(0, 5, 'Kind and quick');
    now += 1000;
    await answer(1, 1, 'Too long\nto wait');
    await answer(2, 4);
    await rep(at(0).rep).call('surveys.solve', { session: at(0).session, solved: 'no' });
    await rep(at(0).rep).call('surveys.solve', { session: at(0).session, solved: 'yes' });
    await rep(at(3).rep).call('surveys.solve', { session: at(3).session, solved: 'partly' });
    now += 11_000;
    const { statistics } = await panel().call('statistics.get', { period, filter: nothing });
    const shown = ({ faces, content, averageFace, judged, solved }: typeof statistics.totals) => [
      ...[faces, content, averageFace, judged, solved],
    ];
    assert.deepEqual(shown(statistics.totals), [3, 2, 10 / 3, 2, 1]);
    assert.deepEqual(
      statistics.reps.map(({ name, measures }) => [name, ...shown(measures)]),
      [
        ['Ana', 2, 2, 4.5, 1, 1],
        ['Ben', 1, 0, 1, 1, 0],
      ],
    );
    assert.deepEqual(shown(statistics.channels[0]?.measures ?? assert.fail()), shown(statistics.totals));
    const day = statistics.days.find((one) => one.day === '2026-06-04');
    assert.deepEqual(shown(day?.measures ?? assert.fail()), shown(statistics.totals));
    const { text } = await panel().call('statistics.csv', { period, filter: nothing, part: 'reps' });
    assert.match(text, /Content \(4 or 5 of 5\)/);
  });

  it('shows an administrator what was written, by rep and page by page, beside the session, and as a file', async () => {
    const ask = (filter: Partial<typeof nothing> | object = {}) =>
      panel().call('surveys.comments', { period, filter: { ...nothing, ...filter }, after: null });
    assert.deepEqual(
      (await ask()).lines.map(({ comment, face, rep, solved }) => [comment, face, rep, solved]),
      [
        ['Too long\nto wait', 1, 'Ben', null],
        ['Kind and quick', 5, 'Ana', 'yes'],
      ],
    );
    assert.deepEqual(
      (await ask({ rep: at(0).rep.id })).lines.map(({ comment }) => comment),
      ['Kind and quick'],
    );
    assert.deepEqual((await ask({ channel: 'by-code' })).lines, []);
    const { session } = await panel().call('sessions.read', { id: at(0).session });
    assert.deepEqual(session.survey, { answer: { face: 5, comment: 'Kind and quick' }, solved: 'yes' });
    const { text } = await panel().call('surveys.csv', { period, filter: nothing });
    assert.equal(text.trim().split(/\r\n/).length, 4, 'a head and three answers, one without words');
    // A lead who looks after nobody sees nothing.
    assert.deepEqual(
      (await panel('team-lead').call('surveys.comments', { period, filter: nothing, after: null })).lines,
      [],
    );
  });

  it('goes on where a page of comments ended, also within one millisecond', async () => {
    const { connection, channel } = inProcess;
    const many = Array.from({ length: 70 }, (_none, place) => ({
      ...{ _id: randomId(), rep: at(0).rep.id, channel: channel.id, channelName: 'General', incident: null },
      ...{ face: 3, comment: `Comment ${place}`, facedAt: Date.UTC(2026, 3, 1) + Math.floor(place / 50), solved: null },
    }));
    await connection.collection<{ _id: string }>('surveys').insertMany(many);
    const april = { from: '2026-04-01', to: '2026-04-02' };
    const seen: string[] = [];
    for (let after: SurveyCursor | null = null, more = true; more;) {
      const page: { lines: readonly SurveyLine[]; next: SurveyCursor | null } = await panel().call('surveys.comments', {
        period: april,
        filter: nothing,
        after,
      });
      seen.push(...page.lines.map(({ comment }) => comment));
      after = page.next;
      more = page.next !== null;
    }
    assert.equal(new Set(seen).size, 70);
    assert.equal(seen.length, 70);
  });

  it('asks nobody what is switched off, and in the words that are set', async () => {
    const own = () => customer(at(3)).call('surveys.own', { session: at(3).session });
    const set = (setting: Partial<SurveySetting>) =>
      panel().call('surveys.update', {
        setting: { asksCustomer: true, question: 'How was it?', asksRep: true, ...setting },
      });
    await set({});
    assert.equal((await own()).survey?.question, 'How was it?');
    await set({ asksCustomer: false, asksRep: false });
    assert.equal((await own()).survey, null);
    await refuses(answer(3, 5), 'not-allowed');
    assert.equal((await rep(at(3).rep).call('surveys.solved', { session: at(3).session })).isAsked, false);
    await refuses(rep(at(3).rep).call('surveys.solve', { session: at(3).session, solved: 'yes' }), 'not-allowed');
    await set({});
  });

  it('cannot be answered by anybody else, nor once the summary is left', async () => {
    const stranger = { session: at(3).session, face: 1, comment: '' } as const;
    await refuses(customer({ browser: aBrowser() }).call('surveys.answer', stranger), 'not-found');
    await refuses(rep(at(0).rep).call('surveys.solve', { session: at(3).session, solved: 'yes' }), 'not-found');
    await customer(at(3)).call('sessions.dismiss', { session: at(3).session });
    await refuses(answer(3, 5), 'not-found');
  });

  it('is handed out and erased with the customer, and stays counted once its day is kept', async () => {
    now += 2 * DAY_MS;
    assert.equal((await totals()).faces, 3);
    const items = [{ kind: 'session' as const, id: at(0).session }];
    const { record } = await panel().call('customers.read', { kind: 'session', id: at(0).session });
    assert.match(JSON.stringify(record), /Kind and quick/);
    await panel().call('customers.erase', { items });
    assert.equal(await inProcess.connection.collection('surveys').countDocuments({ comment: 'Kind and quick' }), 0);
    now += 60_000;
    assert.deepEqual([(await totals()).faces, (await totals()).solved], [3, 1]);
  });
});
