/** Somebody says yes to going on in the very moment in which the session ends: it is over, and its report is to be written by who had it. */
import assert from 'node:assert/strict';
import { requestModel } from '../../../server/queue/request-model.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import type { SessionModel } from '../../../server/sessions/session-model.ts';
import type { MemberAskId, SessionId } from '../../../shared/contract/identifiers.ts';
import { RequestId } from '../../../shared/contract/identifiers.ts';
import * as v from 'valibot';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openDesk } from './a-desk.ts';
import type { Desk } from './a-desk.ts';
import { someBrief } from './an-office.ts';
import { killedAfter } from './killed-after.ts';

describe('Going on with a session that ends in this moment', function () {
  this.timeout(30_000);
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.stop());

  const reps = () => desk.world.features.repHandlers;

  /** The end is in the log and not in the session yet: then somebody else, in another process, does something. */
  async function endWith(session: SessionId, meanwhile: () => Promise<unknown>) {
    const model = sessionModel(desk.world.connection);
    const { updateOne } = model;
    let came = false;
    const late = async (...args: Parameters<SessionModel['updateOne']>) => {
      if (JSON.stringify(args[1] ?? {}).includes('"state":"ended"')) {
        came = true;
        Object.assign(model, { updateOne });
        await meanwhile();
      }
      return updateOne.apply(model, args);
    };
    Object.assign(model, { updateOne: late });
    await reps()['sessions.end']({ session }, desk.as('Ana'));
    assert.ok(came, 'it came in between');
  }

  async function isStillAnas(session: SessionId) {
    const { owner, state, unsaid, finished } = await desk.stored(session);
    assert.deepEqual([owner, state, unsaid, finished], [desk.as('Ana').account.id, 'ended', undefined, true]);
    assert.equal((await desk.logOf(session)).at(-1)?.kind, 'ended');
    const { due } = await reps()['reports.due']({}, desk.as('Ana'));
    assert.deepEqual(
      due.map((report) => report.session),
      [session],
    );
    const { report } = await reps()['reports.get']({ session }, desk.as('Ana'));
    assert.equal(report.session, session);
    assert.deepEqual((await reps()['reports.due']({}, desk.as('Bo'))).due, []);
  }

  it('comes too late, and leaves session and report with who had it', async () => {
    const { session } = await desk.aSession();
    const ask: MemberAskId = await desk.askedOn(session);
    const other = await desk.anotherProcess();
    await endWith(session, async () => {
      const yes = other.features.repHandlers['members.answer']({ ask, accept: true }, desk.as('Bo'));
      await refuses(Promise.resolve(yes), 'session-ended');
    });
    await isStillAnas(session);
  });

  it('comes too late, although the process that took the yes died before it could see so', async () => {
    const { session } = await desk.aSession();
    const ask = await desk.askedOn(session);
    const other = await desk.anotherProcess();
    await endWith(session, () =>
      killedAfter(sessionModel(other.connection), 'the change', async () =>
        other.features.repHandlers['members.answer']({ ask, accept: true }, desk.as('Bo')),
      ),
    );
    await isStillAnas(session);
  });

  it('comes too late for who takes it out of a line, and nobody stands in that line afterwards', async () => {
    const { session } = await desk.aSession();
    const to = { is: 'channel', channel: desk.world.channel.id } as const;
    await reps()['members.transfer']({ session, to, brief: someBrief, stays: false }, desk.as('Ana'));
    const [waiting] = (await reps()['snapshot.get']({}, desk.as('Bo'))).requests;
    const request = v.parse(RequestId, waiting?.id);
    const other = await desk.anotherProcess();
    await endWith(session, async () => {
      const claim = other.features.repHandlers['requests.claim']({ request }, desk.as('Bo'));
      await refuses(Promise.resolve(claim), 'session-ended');
    });
    await isStillAnas(session);
    const stored = await requestModel(desk.world.connection).findOne({ _id: request }).lean();
    assert.equal(stored?.state, 'left');
  });
});
