import assert from 'node:assert/strict';
import type { SessionModel } from '../../../server/sessions/session-model.ts';

/**
 * Does something during which a server dies: `the change` of who is in a session is stored and nothing after it, or `the word` in the log too, but not
 * that it is said.
 */
export async function killedAfter(
  model: SessionModel,
  moment: 'the change' | 'the word',
  act: () => Promise<unknown>,
): Promise<void> {
  const { findOneAndUpdate, updateOne } = model;
  const revive = () => Object.assign(model, { findOneAndUpdate, updateOne });
  const holds = (update: unknown, part: string) => JSON.stringify(update ?? {}).includes(part);
  Object.assign(model, {
    findOneAndUpdate(...args: Parameters<typeof findOneAndUpdate>) {
      const query = findOneAndUpdate.apply(model, args);
      if (moment !== 'the change' || !holds(args[1], '"unsaid":{')) return query;
      revive();
      const die = async () => {
        await query.lean();
        throw new Error('killed');
      };
      return { lean: die };
    },
    updateOne(...args: Parameters<typeof updateOne>) {
      if (moment !== 'the word' || !holds(args[1], '"unsaid":""')) return updateOne.apply(model, args);
      revive();
      throw new Error('killed');
    },
  });
  await assert.rejects(act(), /killed/);
}
