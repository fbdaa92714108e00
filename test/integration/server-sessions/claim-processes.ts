/** Starts processes that claim, each with a rep of its own, on the store of a test. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { RequestId } from '../../../shared/contract/identifiers.ts';
import type { ClaimNews, ClaimOrder } from './claim-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

const cacheFolder = resolve(import.meta.dirname, '../../../node_modules/.cache');

export type Claimed = Extract<ClaimNews, { type: 'claimed' }>;

export interface ClaimProcesses {
  /** Every rep claims every request; one answer for each rep, in their order. */
  claim(requests: readonly RequestId[]): Promise<Claimed[]>;
  stop(): Promise<void>;
}

/** A process for each rep. Bundled once, because compiling the server's sources in each would take longer than the trials. */
export async function startClaimProcesses(world: FeaturesInProcess, uri: string): Promise<ClaimProcesses> {
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, 'claim-processes-'));
  const program = join(folder, 'claim-process.js');
  await build({
    entryPoints: [join(import.meta.dirname, 'claim-process.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  const children = world.reps.map(() => fork(program, [], { execArgv: [], serialization: 'advanced' }));
  const { channel, reps } = world;
  const stop = async () => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(
      children.map(async (child, index) => {
        const rep = reps[index];
        if (rep === undefined) return;
        const dataFolder = join(folder, String(index));
        mkdirSync(dataFolder);
        await ask(child, { type: 'open', uri, dataFolder, channel, reps, rep }, 'opened');
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    claim: (requests) => Promise.all(children.map((child) => ask(child, { type: 'claim', requests }, 'claimed'))),
    stop,
  };
}

/** Gives an order and waits for its news. Rejects when the process fails or ends. */
async function ask<T extends ClaimNews['type']>(
  child: ChildProcess,
  order: ClaimOrder,
  wanted: T,
): Promise<Extract<ClaimNews, { type: T }>> {
  return new Promise((done, fail) => {
    const onExit = () => fail(new Error('A process that claims has ended'));
    child.once('exit', onExit);
    child.once('message', (news: ClaimNews) => {
      child.off('exit', onExit);
      if (isOf(news, wanted)) done(news);
      else fail(new Error(`A process that claims told: ${JSON.stringify(news)}`));
    });
    child.send(order);
  });
}

function isOf<T extends ClaimNews['type']>(news: ClaimNews, type: T): news is Extract<ClaimNews, { type: T }> {
  return news.type === type;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
