import { systemInformationContract } from '../../../shared/contract/system-information.ts';
import { answerChannelCalls } from '../../../shared/link/channel-calls.ts';
import type { Tool } from '../tool.ts';
import { readCategory } from './read-category.ts';

/** Reads one category after the other: several at once would make a slow computer slower still. */
export const openSystemInformation: Tool = ({ send, report }) => {
  let line: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const answers = answerChannelCalls(
    systemInformationContract,
    {
      async 'system.read'({ category }) {
        const reading = line.then(() => readCategory(category, Date.now()));
        line = reading.catch(() => undefined);
        const found = await reading;
        if (!isOver) report({ did: 'system-read', categories: [category] });
        return found;
      },
    },
    {
      send: (text) => !isOver && send(text),
      onFault: (error, operation) => console.error(`${operation} failed:`, error instanceof Error ? error.message : ''),
    },
  );
  return {
    take: (message) => typeof message === 'string' && answers.take(message),
    stop() {
      isOver = true;
    },
  };
};
