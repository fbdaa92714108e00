/** How much memory a server holds once everything that it could let go of is gone: asked of its own inspector. */
import * as v from 'valibot';
import { WebSocket } from 'ws';
import type { ServerProcess } from './server-process.ts';

/** For `startServerProcess`: the server then listens for an inspector, on this machine only. */
export const watchedMemory = { NODE_OPTIONS: '--inspect=127.0.0.1:0' } as const;

const ANSWER_WITHIN_MS = 30_000;
const Answer = v.looseObject({ id: v.number(), result: v.optional(v.unknown()) });
const Evaluated = v.object({ result: v.object({ value: v.number() }) });
const held = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';

export interface ServerMemory {
  /** Bytes on the heap and in buffers, right after a collection of garbage. */
  held(): Promise<number>;
  close(): void;
}

export async function openServerMemory(server: ServerProcess): Promise<ServerMemory> {
  const [, url = ''] = await server.printed(/^Debugger listening on (ws:\S+)/m);
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let asked = 0;
  const ask = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const id = (asked += 1);
      const timer = setTimeout(() => reject(new Error(`No answer to ${method}`)), ANSWER_WITHIN_MS);
      const listen = (data: Buffer) => {
        const answer = v.parse(v.looseObject({}), JSON.parse(data.toString()));
        if (!v.is(Answer, answer) || answer.id !== id) return;
        clearTimeout(timer);
        socket.off('message', listen);
        resolve(answer.result);
      };
      socket.on('message', listen);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    async held() {
      // Twice, because what the first one finalises is collected by the second.
      for (let round = 0; round < 2; round += 1) await ask('HeapProfiler.collectGarbage');
      return v.parse(Evaluated, await ask('Runtime.evaluate', { expression: held, returnByValue: true })).result.value;
    },
    close: () => socket.close(),
  };
}
