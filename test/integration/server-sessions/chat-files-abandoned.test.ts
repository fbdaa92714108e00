/** What nobody finishes is removed after a time, by a clock that the test sets; what stands in the log never is. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { fileContentModel } from '../../../server/conversation-files/file-content-model.ts';
import { abandonedAfterMs } from '../../../server/conversation-files/file-keeper.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { BegunFile, filePartStep } from '../../../shared/contract/conversation-file.ts';
import { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('A file that nobody finishes', () => {
  let world: FeaturesInProcess;
  const clock = { at: Date.now(), now: () => clock.at };

  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'], clock });
  });
  after(() => world.stop());

  const rep = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  const ask = () => world.features.repHandlers;
  const stored = (collection: string) => world.connection.collection(collection).countDocuments({});

  async function aBegunFile(bytes: number) {
    const { session } = await ask()['sessions.start']({ customer: '' }, rep());
    const what = { session: v.parse(SessionId, session.id), clientId: v.parse(ClientEntryId, randomId()) };
    const begun = v.parse(
      BegunFile,
      await ask()['files.begin']({ ...what, name: 'scan.pdf', bytes, audience: 'all' }, rep()),
    );
    assert.ok(begun.at === 'open');
    return { session: what.session, begun };
  }

  /** As the server stores what comes over HTTP, which nobody listens to here. */
  async function takeAPart(file: string, part: Buffer) {
    const records = world.connection.collection<{ _id: string; content: string }>('session_files');
    const record = (await records.findOne({ _id: file })) ?? assert.fail();
    await fileContentModel(world.connection).addPart(record.content, 0, part);
    await records.updateOne({ _id: file }, { $set: { received: part.length, touchedAt: clock.at } });
  }

  it('is removed an hour after its last part, and not before [H-59]', async () => {
    const { session, begun } = await aBegunFile(2 * filePartStep);
    clock.at += abandonedAfterMs - 60_000;
    await takeAPart(begun.file, randomBytes(filePartStep));
    // The deadline of the beginning falls due, and sees that something came meanwhile.
    clock.at += 120_000;
    await until('the deadline to be set anew', async () => {
      const [deadline] = await world.connection.collection('deadlines').find({ kind: 'file-abandoned' }).toArray();
      return Number(deadline?.['dueAt']) > clock.at;
    });
    assert.equal(await stored('session_files'), 1);
    assert.equal(await stored('session_file_content.chunks'), 1);

    clock.at += abandonedAfterMs;
    await until('the file to go', async () => (await stored('session_files')) === 0);
    await until('its bytes to go', async () => (await stored('session_file_content.chunks')) === 0);
    await refuses(Promise.resolve(ask()['files.finish']({ session, file: begun.file }, rep())), 'not-found');
  });

  it('is kept when it stands in the log, though the server died before it could note that', async () => {
    const { session, begun } = await aBegunFile(0);
    await ask()['files.finish']({ session, file: begun.file }, rep());
    const records = world.connection.collection<{ _id: string; state: string }>('session_files');
    await records.updateOne({ _id: begun.file }, { $set: { state: 'finishing' } });
    const due = { kind: 'file-abandoned', subject: begun.file, dueAt: clock.at };
    await world.connection
      .collection<{ _id: string }>('deadlines')
      .insertOne({ _id: `file-abandoned:${begun.file}`, ...due });
    assert.equal((await ask()['files.open']({ session, file: begun.file }, rep())).name, 'scan.pdf');
    clock.at += abandonedAfterMs;
    await until('it to be noted', async () => (await records.findOne({ _id: begun.file }))?.state === 'sent');
    assert.equal((await ask()['files.open']({ session, file: begun.file }, rep())).name, 'scan.pdf');
  });
});
