/** A million strokes on one whiteboard, on a real store: what is beyond the limits costs no memory and no room. */
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnection } from 'mongoose';
import { firstTab } from '../../../shared/contract/apply-to-board.ts';
import { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import { BoardItemId, boardLimits } from '../../../shared/contract/whiteboard.ts';
import { newId } from '../../../server/secrets/random.ts';
import { createBoardKeeper } from '../../../server/whiteboard/board-keeper.ts';
import { whiteboardModels } from '../../../server/whiteboard/whiteboard-model.ts';
import { createWhiteboards } from '../../../server/whiteboard/whiteboard-service.ts';
import { featuresInProcess } from './features-in-process.ts';

const STROKES = 1_000_000;
const MEGABYTE = 1_000_000;

describe('A million strokes on one whiteboard', function () {
  this.timeout(300_000);

  it('are capped, with memory and store as flat as after the first thousands [H-60]', async () => {
    const world = await featuresInProcess({ repNames: ['Ana'] });
    const connection = await createConnection(world.uri).asPromise();
    try {
      const models = whiteboardModels(connection);
      for (const model of [models.entries, models.boards, models.pictures]) await model.createIndexes();
      const whiteboards = createWhiteboards(createBoardKeeper(models));
      const session = newId(SessionId);
      const tab = firstTab(session);
      const points = Array.from({ length: 40 }, (_, at) => `${at},${at % 7}`).join(' ');
      let refused = 0;
      const send = async (count: number) => {
        for (let sent = 0; sent < count; sent += boardLimits.actsPerCall) {
          const acts = Array.from({ length: boardLimits.actsPerCall }, () => ({
            clientId: newId(ClientEntryId),
            operation: {
              op: 'add' as const,
              tab,
              item: {
                kind: 'stroke' as const,
                id: newId(BoardItemId),
                x: 1,
                y: 1,
                ink: 'red' as const,
                pen: 3 as const,
                points,
              },
            },
          }));
          refused += (await whiteboards.act(session, 'customer', acts, () => {})).refused.length;
        }
      };
      // What waits to be collected is held by nobody.
      setFlagsFromString('--expose_gc');
      const collect = runInNewContext('gc') as () => void;
      const held = () => {
        collect();
        return process.memoryUsage().heapUsed;
      };
      await send(20_000);
      const [before, stored] = [held(), await models.entries.countDocuments({ session })];
      await send(STROKES - 20_000);
      assert.equal(refused, STROKES - boardLimits.itemsPerTab);
      assert.equal(await models.entries.countDocuments({ session }), stored);
      assert.ok(stored <= 1000, `${stored} operations are kept`);
      const grown = held() - before;
      assert.ok(grown < 60 * MEGABYTE, `${Math.round(grown / MEGABYTE)} MB more`);
      const { board } = await whiteboards.read(session);
      assert.equal(board.tabs[0]?.items.length, boardLimits.itemsPerTab);
    } finally {
      await connection.close();
      await world.stop();
    }
  });
});
