import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createFilesLink, type FilesLink } from '../../../extension/host-tools/files/files-link.ts';
import { systemClock } from '../../../shared/ui/clock.ts';
import { createLine } from './line.ts';

const program = join(import.meta.dirname, 'files-process.ts');

/** A host's tool Files in a process of its own. */
export interface FilesInProcess {
  readonly link: FilesLink;
  readonly child: ChildProcess;
  kill(): Promise<void>;
}

export interface ProcessOptions {
  /** Where half files are noted. */
  readonly ledger: string;
  readonly uid?: number;
  /** What the process is started by, such as `unshare`: its own arguments, then node's. */
  readonly by?: readonly string[];
}

export async function filesInProcess({ ledger, uid, by }: ProcessOptions): Promise<FilesInProcess> {
  const [command = process.execPath, ...args] = by ?? [];
  const child = fork(program, [ledger], {
    execPath: command,
    execArgv: [...args, '--import', 'tsx'],
    serialization: 'advanced',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The process ended before it was ready')));
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  const line = createLine((message) => {
    if (child.connected) child.send(typeof message === 'string' ? message : new Uint8Array(message));
  });
  child.on('message', (message: unknown) =>
    line.hear(message instanceof Uint8Array ? new Uint8Array(message).buffer : message),
  );
  const link = createFilesLink(systemClock);
  link.use(line.channel);
  return {
    link,
    child,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      line.close();
      link.use(undefined);
    },
  };
}
