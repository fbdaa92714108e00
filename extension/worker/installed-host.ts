/** Finds and starts the host that is installed on this computer, for the pages of its own server. */
import * as v from 'valibot';
import { NativeAnswer, nativeHostName } from '../../shared/contract/native-host.ts';
import type { InstalledHost, NativeOrder } from '../../shared/contract/native-host.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';

/** `ask` speaks to the program of a name; it rejects when there is none. A page reaches the host of its own server only. */
export function createInstalledHost(ask: (name: string, order: NativeOrder) => Promise<unknown>) {
  return async (order: NativeOrder, origin: string): Promise<InstalledHost> => {
    let answer: unknown;
    try {
      answer = await ask(nativeHostName(origin), order);
    } catch (error) {
      // So browsers say that nothing is installed, or that it ended without a word.
      console.info('No installed host answers:', error instanceof Error ? error.message : error);
      return order.order === 'start' ? 'failed' : 'none';
    }
    const read = v.safeParse(NativeAnswer, answer);
    if (!read.success || read.output.status === 'refused') return order.order === 'start' ? 'failed' : 'none';
    if (read.output.protocol < PROTOCOL_VERSION) return 'outdated';
    return read.output.status;
  };
}
