/** The relay that docs/deploy.md recommends, as a process of its own on this machine, for one secret. */
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownAddress } from '../integration/signalling/a-relay.ts';

export interface Coturn {
  /** Such as `turn:192.0.2.7:41234`. */
  readonly url: string;
  /** Everything printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts coturn and resolves once it answers. */
export async function startCoturn(secret: string): Promise<Coturn> {
  const folder = mkdtempSync(join(tmpdir(), 'rh-coturn-'));
  const host = ownAddress();
  const port = await freePort(host);
  const args = [
    ...['-n', '--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=turn.example', '--fingerprint'],
    ...[`--listening-ip=${host}`, `--relay-ip=${host}`, `--listening-port=${port}`],
    ...['--no-cli', '--no-tls', '--no-dtls', '--no-multicast-peers', '--verbose'],
    ...['--log-file=stdout', `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'db')}`],
  ];
  const child = spawn('turnserver', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      output += String(error);
      resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = answersAt(host, port);
  if (!(await Promise.race([answers, ended.then(() => false)]))) {
    await stop();
    throw new Error(`coturn does not answer:\n${output}`);
  }
  return { url: `turn:${host}:${port}`, output: () => output, stop };
}

async function freePort(host: string): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => socket.bind(0, host, bound));
  const { port } = socket.address();
  await new Promise<void>((closed) => socket.close(closed));
  return port;
}

/** Asks for the own address, again and again, until there is an answer; gives up after ten seconds. */
async function answersAt(host: string, port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  const ask = Buffer.from('000100002112a442000102030405060708090a0b', 'hex');
  let again: ReturnType<typeof setInterval> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<boolean>((resolve) => {
      // While nobody listens there the system answers with an error, which is no answer.
      socket.on('error', () => undefined);
      socket.once('message', () => resolve(true));
      again = setInterval(() => socket.send(ask, port, host, () => undefined), 50);
      late = setTimeout(() => resolve(false), 10_000);
    });
  } finally {
    clearInterval(again);
    clearTimeout(late);
    socket.close();
  }
}
