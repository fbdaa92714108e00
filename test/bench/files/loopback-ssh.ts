/** An SSH server of our own on this computer's loopback, for `scp` to compare with. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TICK_MS = 10;

export interface Scp {
  /** Copies a file over loopback; how long it took, and what it cost both ends, in milliseconds. */
  copy(
    from: string,
    to: string,
  ): Promise<{ readonly tookMs: number; readonly clientMs: number; readonly serverMs: number }>;
  stop(): void;
}

export async function startLoopbackSsh(): Promise<Scp> {
  const folder = mkdtempSync(join(tmpdir(), 'rh-bench-ssh-'));
  const key = (name: string) => join(folder, name);
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key(name)]);
  copyFileSync(key('user.pub'), key('authorized'));
  chmodSync(key('authorized'), 0o600);
  mkdirSync('/run/sshd', { recursive: true });
  const port = await freePort();
  const options = ['UsePAM=no', 'StrictModes=no', `AuthorizedKeysFile=${key('authorized')}`, 'PermitRootLogin=yes'];
  const server = spawn(
    '/usr/sbin/sshd',
    ['-D', '-f', '/dev/null', '-h', key('host'), '-p', String(port), ...options.flatMap((option) => ['-o', option])],
    { stdio: 'ignore' },
  );
  await answers(port, server);
  return {
    async copy(from, to) {
      const before = reapedMs(server);
      const begun = performance.now();
      const asked = [
        '-q',
        '-i',
        key('user'),
        '-P',
        String(port),
        '-o',
        'StrictHostKeyChecking=no',
        '-o',
        `UserKnownHostsFile=${key('known')}`,
      ];
      const line = [...asked, from, `${userInfo().username}@127.0.0.1:${to}`].map((word) => `'${word}'`).join(' ');
      const { stderr } = await run('bash', ['-c', `TIMEFORMAT='%U %S'; time scp ${line}`]);
      const tookMs = performance.now() - begun;
      const [user = 0, system = 0] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
      await until(() => reapedMs(server) > before);
      return { tookMs, clientMs: (user + system) * 1000, serverMs: reapedMs(server) - before };
    },
    stop() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processor time of what the server has started and that has ended. */
function reapedMs({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}

async function answers(port: number, server: ChildProcess): Promise<void> {
  await until(() => {
    if (server.exitCode !== null) throw new Error('sshd did not start');
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false)).once('close', () => undefined);
      socket.once('connect', () => socket.destroy());
    });
  });
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come about');
}
