import { AppError } from '../../../shared/contract/errors.ts';
import { systemInformationContract } from '../../../shared/contract/system-information.ts';
import { answerChannelCalls } from '../../../shared/link/channel-calls.ts';
import type { Tool } from '../tool.ts';
import { readCategory } from './read-category.ts';

/** A person presses one after the other; more than this wait only for a program that floods. */
const mostWaiting = 12;

/** Reads one category after the other: several at once would make a slow computer slower still. */
export const openSystemInformation: Tool = ({ send, report }) => {
  const ending = new AbortController();
  let line: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const answers = answerChannelCalls(
    systemInformationContract,
    {
      async 'system.read'({ category }) {
        if (waiting >= mostWaiting) throw new AppError('too-many-tries', { text: 'Too much is being read already.' });
        waiting += 1;
        const reading = line.then(() => readCategory(category, Date.now(), ending.signal));
        line = reading.then(
          () => (waiting -= 1),
          () => (waiting -= 1),
        );
        const found = await reading;
        // First the log, then the answer: nothing is read that is not written down.
        if (await report({ did: 'system-read', categories: [category] })) return found;
        throw new AppError('not-allowed', { text: 'This could not be written into the log, so it is not shown.' });
      },
    },
    {
      send: (text) => !ending.signal.aborted && send(text),
      onFault: (error, operation) => console.error(`${operation} failed:`, error instanceof Error ? error.message : ''),
    },
  );
  return {
    take: (message) => typeof message === 'string' && answers.take(message),
    stop: () => ending.abort(),
  };
};
