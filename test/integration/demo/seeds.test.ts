import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { openDemoFolder } from '../../../demo/demo-folder.ts';
import { seedDemo } from '../../../demo/seed-demo.ts';
import { auditModel } from '../../../server/audit/audit-model.ts';
import { createAuditTrail } from '../../../server/audit/audit-trail.ts';
import { readConfig } from '../../../server/config/config.ts';
import { offerModel } from '../../../server/distribution/offer-model.ts';
import { createLog } from '../../../server/logging/log.ts';
import { openStore } from '../../../server/open-store.ts';
import type { OpenStore } from '../../../server/open-store.ts';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import { dueReportModel, reportModel } from '../../../server/reports/report-model.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { reservationModel } from '../../../server/reservations/reservation-model.ts';
import { entryOf } from '../../../server/session-log/entry-record.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { emptyProjection, projectAll } from '../../../server/sessions/project-session.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { surveyModel } from '../../../server/surveys/survey-model.ts';
import { summarise } from '../../../server/sessions/summarise.ts';
import { LogEntry } from '../../../shared/contract/session-log.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('the organisation of the demo', function () {
  this.timeout(60_000);
  let base: string;
  let store: OpenStore;

  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'rh-seeds-'));
    const folder = openDemoFolder(join(base, 'demo'), false);
    await seedDemo(folder);
    store = await openStore(readConfig({ DATA_FOLDER: folder.path }, base), createLog('error'));
  });

  after(async () => {
    await store?.close();
    rmSync(base, { recursive: true, force: true });
  });

  it('has sessions whose state and summary follow from their logs, as with real ones', async () => {
    const sessions = await sessionModel(store.connection).find().lean();
    const records = await logEntryModels(store.connection).entries.find().sort({ session: 1, seq: 1 }).lean();
    assert.ok(sessions.length > 150, `only ${sessions.length} sessions`);
    for (const session of sessions) {
      const entries = records
        .filter((record) => record.session === session._id)
        .map((record) => {
          const read = entryOf(record);
          assert.ok(read.ok, `an entry of ${session.reason} cannot be read`);
          return v.parse(LogEntry, read.entry);
        });
      assert.deepEqual(session.projection, projectAll(emptyProjection, entries));
      const { _id, customer, channelName: channel, reason, startedAt } = session;
      const summary = summarise({ session: _id, customer: customer.name, channel, reason, startedAt }, entries);
      assert.equal(summary?.endedAt, session.endedAt);
    }
    const days = new Set(sessions.map(({ startedAt }) => Math.floor(startedAt / DAY_MS)));
    assert.ok(days.size >= 20, `sessions on ${days.size} days only`);
  });

  it('has people in the line who gave up and offers that were missed, each by a rep who was Online', async () => {
    const { intervals } = presenceModels(store.connection);
    const [requests, offers] = [requestModel(store.connection), offerModel(store.connection)];
    assert.ok((await requests.countDocuments({ state: 'left' })) > 20);
    const missed = await offers.find({ state: 'missed' }).lean();
    assert.ok(missed.length > 20, `only ${missed.length} missed offers`);
    for (const { rep, madeAt, dueAt } of missed) {
      const [was] = await intervals
        .find({ account: rep, from: { $lte: madeAt } })
        .sort({ from: -1 })
        .limit(1)
        .lean();
      assert.equal(was?.presence, 'online');
      assert.ok(was.to !== undefined && dueAt <= was.to);
    }
  });

  it('has a report of each session, or one that its rep has still to write', async () => {
    const sessions = await sessionModel(store.connection).find().lean();
    const reports = await reportModel(store.connection).find().lean();
    const due = await dueReportModel(store.connection).find().lean();
    assert.deepEqual(
      new Set([...reports.map(({ session }) => session), ...due.map(({ _id }) => _id)]),
      new Set(sessions.map(({ _id }) => _id)),
    );
    assert.ok(due.length > 0 && reports.every(({ fields }) => fields.done !== '' && fields.outcome !== null));
  });

  it('has reservations, of which the open ones have places of their own, and an audit trail that holds together', async () => {
    const open = await reservationModel(store.connection).find({ open: true }).lean();
    assert.deepEqual(
      new Set(open.map(({ state, wishedAt }) => `${state} ${wishedAt === null}`)),
      new Set(['open true', 'open false']),
    );
    assert.equal(new Set(open.map(({ channel, slot }) => `${channel} ${slot}`)).size, open.length);
    const { broken, through } = await createAuditTrail(auditModel(store.connection)).check(0);
    assert.equal(broken, null);
    assert.ok(through > 40, `only ${through} entries`);
  });

  it('has answers after sessions of the past, most of them content', async () => {
    const answers = await surveyModel(store.connection).find().lean();
    const faces = answers.flatMap(({ face }) => face ?? []);
    assert.ok(faces.length > 60, `only ${faces.length} faces`);
    assert.ok(faces.filter((face) => face >= 4).length > faces.length / 2);
    assert.ok(answers.filter(({ comment }) => comment !== '').length > 10);
  });

  it('has reps who were one thing at a time, and are Offline now', async () => {
    const { intervals, reps } = presenceModels(store.connection);
    for (const rep of await reps.find().lean()) {
      assert.equal(rep.shown, 'offline');
      const own = await intervals.find({ account: rep._id }).sort({ from: 1 }).lean();
      for (const [index, { to, lasts }] of own.entries()) {
        const next = own[index + 1];
        if (next === undefined) assert.equal(lasts, true);
        else assert.ok(to !== undefined && to <= next.from, `${to} is after ${next.from}`);
      }
    }
  });
});
