import { setTimeout as wait } from 'node:timers/promises';

import { startProcess, untilReady } from './store-process.ts';
import type { DatabaseLog, ProgramCall } from './store-process.ts';

/** What is kept running, and how its readiness is seen on its standard output. */
export type KeptProgram = {
  program: ProgramCall;
  name: string;
  isReady: (line: string) => boolean;
  readyBoundMs: number;
  log: DatabaseLog;
};

const restartsAtMost = 5;
/** A program that served for a while comes back after this; one that ends as soon as it begins, after more each time. */
const restartDelayMs = 200;
const briefMs = 2000;
const steadyAfterMs = 60_000;
const stopBoundMs = 10_000;

/**
 * Starts a program and starts it again when it ends by itself: clients of its socket connect again without being told. After five
 * ends within a minute each, or when it cannot start again, it stays down and `lost` resolves with the reason.
 * @throws Error when the first start fails.
 */
export async function keepRunning(kept: KeptProgram): Promise<{ lost: Promise<string>; close: () => Promise<void> }> {
  const { program, name, log } = kept;
  const state = { isClosing: false, current: await started(kept) };
  const lost = new Promise<string>((resolve) => void watch(resolve));

  async function watch(giveUp: (reason: string) => void): Promise<void> {
    let restarts = 0;
    let briefRuns = 0;
    for (;;) {
      const startedAt = performance.now();
      const reason = await state.current.ended;
      if (state.isClosing) return;
      const ranMs = performance.now() - startedAt;
      restarts = ranMs > steadyAfterMs ? 1 : restarts + 1;
      briefRuns = ranMs > briefMs ? 0 : briefRuns + 1;
      log.error(`${reason} It was not asked to.`);
      if (restarts > restartsAtMost) return giveUp(`${name} ended ${restarts} times in a row: ${reason}`);
      await wait(restartDelayMs * (1 + briefRuns));
      if (state.isClosing) return;
      try {
        state.current = await started({ ...kept, program });
        log.info(`${name} runs again.`);
      } catch (cause) {
        return giveUp(`${name} could not be started again: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
      if (state.isClosing) await state.current.stop(stopBoundMs);
    }
  }

  return {
    lost,
    close: async () => {
      state.isClosing = true;
      await state.current.stop(stopBoundMs);
    },
  };
}

async function started({
  program,
  name,
  isReady,
  readyBoundMs,
  log,
}: KeptProgram): Promise<ReturnType<typeof startProcess>> {
  const running = startProcess(program, name, log);
  await untilReady(running, isReady, readyBoundMs);
  return running;
}
