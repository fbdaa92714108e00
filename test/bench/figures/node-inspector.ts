/** Speaks with a Node process that was started with `--inspect`, to collect its garbage before its memory is read. */
import { once } from 'node:events';
import * as v from 'valibot';
import { WebSocket } from 'ws';

export interface NodeInspector {
  collectGarbage(): Promise<void>;
  close(): void;
}

/** Takes the address that the process has printed: `Debugger listening on ws://…`. */
export async function openNodeInspector(printed: string): Promise<NodeInspector> {
  const [, address] = /Debugger listening on (ws:\S+)/.exec(printed) ?? [];
  if (address === undefined) throw new Error('The process has printed no address to inspect it at');
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await once(socket, 'open');
  let calls = 0;
  const answers = new Map<number, () => void>();
  socket.on('message', (data) => {
    if (!Buffer.isBuffer(data)) return;
    const { id } = v.parse(Answer, JSON.parse(data.toString()));
    if (id !== undefined) answers.get(id)?.();
  });
  return {
    collectGarbage: () =>
      new Promise((resolve) => {
        calls += 1;
        answers.set(calls, resolve);
        socket.send(JSON.stringify({ id: calls, method: 'HeapProfiler.collectGarbage' }));
      }),
    close: () => socket.close(),
  };
}

const Answer = v.object({ id: v.optional(v.number()) });
