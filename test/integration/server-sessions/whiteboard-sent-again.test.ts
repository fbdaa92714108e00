import assert from 'node:assert/strict';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { firstTab } from '../../../shared/contract/apply-to-board.ts';
import { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import { BoardItemId, boardLimits } from '../../../shared/contract/whiteboard.ts';
import type { BoardAct, BoardEntry } from '../../../shared/contract/whiteboard.ts';
import { newId } from '../../../server/secrets/random.ts';
import { createBoardKeeper } from '../../../server/whiteboard/board-keeper.ts';
import { whiteboardModels } from '../../../server/whiteboard/whiteboard-model.ts';
import { createWhiteboards } from '../../../server/whiteboard/whiteboard-service.ts';
import { featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('What is drawn on a whiteboard', () => {
  let world: FeaturesInProcess;
  let session: SessionId;
  let connection: Connection;
  let models: ReturnType<typeof whiteboardModels>;
  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
    connection = await createConnection(world.uri).asPromise();
    models = whiteboardModels(connection);
    for (const model of [models.entries, models.boards]) await model.createIndexes();
  });
  after(async () => {
    await connection.close();
    await world.stop();
  });
  beforeEach(() => (session = newId(SessionId)));

  /** The boards of a server that has just started: nothing of them is in memory. */
  const boards = () => createWhiteboards(createBoardKeeper(models));

  const anAct = (): BoardAct => ({
    clientId: newId(ClientEntryId),
    operation: {
      op: 'add',
      tab: firstTab(session),
      item: { kind: 'line', id: newId(BoardItemId), x: 1, y: 1, width: 9, height: 9, ink: 'red', pen: 3 },
    },
  });

  it('is done once when it is sent again, however much was drawn since', async () => {
    const whiteboards = boards();
    const acts = Array.from({ length: 1200 }, anAct);
    for (let from = 0; from < acts.length; from += boardLimits.actsPerCall) {
      await whiteboards.act(session, 'customer', acts.slice(from, from + boardLimits.actsPerCall), () => {});
    }
    const told: BoardEntry[] = [];
    const tell = (entries: readonly BoardEntry[]) => void told.push(...entries);
    // Longer ago than is remembered, with something new in front and behind.
    const [first, last] = [anAct(), anAct()];
    const again = await whiteboards.act(session, 'customer', [first, ...acts.slice(600, 610), last], tell);
    assert.deepEqual(again.refused, []);
    assert.deepEqual(
      again.entries.map(({ seq }) => seq),
      [1201, ...Array.from({ length: 10 }, (_none, at) => 601 + at), 1202],
    );
    assert.deepEqual(
      told.map(({ clientId }) => clientId),
      [first.clientId, last.clientId],
    );
    assert.equal((await whiteboards.read(session)).seq, 1202);
    assert.equal((await boards().read(session)).board.tabs[0]?.items.length, 1202);
  });

  it('is told when it is sent again, if it was stored and its author did not hear so', async () => {
    const act = anAct();
    const keeper = createBoardKeeper(models);
    const whiteboards = createWhiteboards({
      ...keeper,
      async append(...entries) {
        await keeper.append(...entries);
        throw new Error('the store went away before it answered');
      },
    });
    const told: BoardEntry[] = [];
    const tell = (entries: readonly BoardEntry[]) => void told.push(...entries);
    await assert.rejects(whiteboards.act(session, 'customer', [act], tell), /went away/);
    assert.deepEqual(told, []);
    const { entries } = await whiteboards.act(session, 'customer', [act], tell);
    assert.deepEqual(
      told.map(({ clientId, seq }) => ({ clientId, seq })),
      [{ clientId: act.clientId, seq: 1 }],
    );
    assert.deepEqual(told, entries);
  });

  it('goes on behind an entry that is damaged', async () => {
    const acts = [anAct(), anAct(), anAct()];
    await boards().act(session, 'rep', acts, () => {});
    await models.entries.collection.updateOne({ session, seq: 3 }, { $set: { operation: { op: 'nonsense' } } });
    const whiteboards = boards();
    assert.equal((await whiteboards.read(session)).board.tabs[0]?.items.length, 2);
    const more = await whiteboards.act(session, 'customer', [anAct()], () => {});
    assert.deepEqual(
      more.entries.map(({ seq }) => seq),
      [4],
    );
    const again = await whiteboards.act(session, 'rep', acts, () => {});
    assert.deepEqual(again.refused, [{ clientId: v.parse(ClientEntryId, acts[2]?.clientId), why: 'gone' }]);
    assert.equal((await boards().read(session)).board.tabs[0]?.items.length, 3);
  });
});
