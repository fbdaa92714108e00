import { AppError } from '../../shared/contract/errors.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { RequestModel, RequestRecord } from './request-model.ts';

/**
 * Stores a waiting request, one for each browser. What holds a browser's place and cannot be read makes room: it must not keep the customer from asking.
 * @throws AppError `already-waiting` when this browser has a request that can be read
 */
export async function joinLine(requests: RequestModel, request: RequestRecord): Promise<void> {
  const stored = async () => {
    try {
      await requests.create([request]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };
  if (await stored()) return;
  const held = { browser: request.browser, state: 'waiting' as const };
  if ((await requests.findOne(held).lean()) !== null) throw new AppError('already-waiting');
  // Gone meanwhile, or damaged.
  await requests.updateMany(held, { $set: { state: 'left' } });
  if (!(await stored())) throw new AppError('already-waiting');
}
