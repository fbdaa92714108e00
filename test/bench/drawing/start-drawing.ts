/** The drawing program as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DrawingOrder } from './drawing-order.ts';

export interface Drawing {
  /** Resolves to the number of pictures drawn so far, once the order is carried out. */
  order(order: DrawingOrder): Promise<number>;
  stop(): void;
}

const ANSWER_WITHIN_MS = 10_000;

export async function startDrawing(display: string): Promise<Drawing> {
  const child = spawn(process.execPath, ['--import=tsx', join(import.meta.dirname, 'drawing-program.ts')], {
    env: { ...process.env, DISPLAY: display },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = async (): Promise<unknown> => {
    const [message]: unknown[] = await once(child, 'message', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return message;
  };
  await answer();
  return {
    async order(order) {
      const answered = answer();
      child.send(order);
      const message = await answered;
      if (typeof message === 'object' && message !== null && 'drawn' in message) return Number(message.drawn);
      throw new Error('The drawing program gave an unknown answer');
    },
    stop: () => void child.kill('SIGTERM'),
  };
}
