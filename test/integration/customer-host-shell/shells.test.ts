import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createToolDoor } from '../../../customer-host/tools/tool-door.ts';
import { shellTool } from '../../../customer-host/tools/shell/open-shell-tool.ts';
import type { ToolScope } from '../../../shared/contract/consent.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { MOST_SHELLS, SHELL_WINDOW_BYTES, shellMessage } from '../../../shared/contract/host-shell.ts';
import { createShellTranscript } from '../../../shared/contract/shell-transcript.ts';
import { aComputer, aViewer, eventually, isRunning, liveInAnEmptyHome, size } from './a-shell.ts';

const hasText = (text: RegExp) => (error: unknown) => error instanceof AppError && text.test(error.message);

describe('Command lines on a customer’s computer', function () {
  this.timeout(30_000);
  const opened: ReturnType<typeof aComputer>[] = [];
  const ownHome = process.env['HOME'];
  let home: string;
  before(() => {
    home = liveInAnEmptyHome();
  });
  after(() => {
    process.env['HOME'] = ownHome;
    rmSync(home, { recursive: true, force: true });
  });
  const computer = (options?: Parameters<typeof aComputer>[0]) => {
    const made = aComputer(options);
    opened.push(made);
    return made;
  };
  afterEach(() => {
    for (const { shells } of opened.splice(0)) {
      shells.heed(undefined);
      shells.kill();
    }
  });
  async function oneShell(options?: Parameters<typeof aComputer>[0]) {
    const { shells, recorded } = computer(options);
    const viewer = aViewer(shells);
    await viewer.client.call('shell.come', {});
    const { shell } = await viewer.client.call('shell.open', { name: 'Shell 1', size });
    return { shells, recorded, viewer, shell, type: (text: string) => viewer.type(shell, text) };
  }

  it('are real terminals of the user’s own shell, at home, in every script [S2-55]', async () => {
    const { viewer, shell, type } = await oneShell();
    type('tty; pwd; echo "gr\u00fcn \uD55C\uAD6D \u{1F600} $((6 * 7))"\r');
    await viewer.see(shell, /\/dev\/pts\/\d+/);
    await viewer.see(shell, new RegExp(`^${homedir()}\\r`, 'm'));
    await viewer.see(shell, /^grün 한국 😀 42\r/m);
    assert.deepEqual(viewer.uses, [{ did: 'shell-opened', name: 'Shell 1' }]);
  });

  it('have a clean environment: nothing of the host’s own', async () => {
    const { viewer, shell, type } = await oneShell();
    type('env; echo en""d\r');
    await viewer.see(shell, /^end\r/m);
    assert.match(viewer.shownBy(shell), /^TERM=xterm-256color\r/m);
    assert.doesNotMatch(viewer.shownBy(shell), /REMOTEHELP|secret-of-the-host/);
  });

  it('have nothing open that the host has open', async () => {
    const own = openSync('/dev/zero', 'r');
    const { viewer, shell, type } = await oneShell();
    type('ls -l /proc/$$/fd; echo en""d\r');
    await viewer.see(shell, /^end\r/m);
    assert.doesNotMatch(viewer.shownBy(shell), /zero|socket|pipe|anon_inode/);
    closeSync(own);
  });

  it('take the size of the window', async () => {
    const { viewer, shell, type } = await oneShell();
    type('stty size\r');
    await viewer.see(shell, /^24 80\r/m);
    await viewer.client.call('shell.resize', { shell, size: { columns: 132, rows: 40 } });
    type('stty size\r');
    await viewer.see(shell, /^40 132\r/m);
  });

  it('run side by side, and closing one leaves the others alone [S2-56]', async () => {
    const { viewer, shell, type } = await oneShell();
    const second = await viewer.client.call('shell.open', { name: 'Shell 2', size });
    viewer.type(second.shell, 'echo re""ady\r');
    await viewer.see(second.shell, /^ready\r/m);
    type('sleep 1000 &\r');
    type('echo $! $$\r');
    const [, sleeper = '', leader = ''] = await viewer.see(shell, /^(\d+) (\d+)\r/m);
    assert.deepEqual(await viewer.client.call('shell.busy', { shell }), { program: 'sleep' });
    assert.deepEqual(await viewer.client.call('shell.busy', { shell: second.shell }), { program: null });
    await viewer.client.call('shell.close', { shell });
    await eventually('the first one ends', () => viewer.events.find(({ type: told }) => told === 'shell.ended'));
    await eventually('what ran in it ends', () => !isRunning(Number(sleeper)) && !isRunning(Number(leader)));
    viewer.type(second.shell, 'echo st""ill\r');
    await viewer.see(second.shell, /^still\r/m);
    await assert.rejects(viewer.client.call('shell.busy', { shell }), hasText(/has ended/));
    assert.deepEqual(viewer.uses.at(-1), { did: 'shell-closed', name: 'Shell 1' });
  });

  it('say with which code they ended, and are counted', async () => {
    const { viewer, shell, type } = await oneShell();
    for (let count = 2; count <= MOST_SHELLS; count += 1)
      await viewer.client.call('shell.open', { name: `Shell ${count}`, size });
    await assert.rejects(viewer.client.call('shell.open', { name: 'one more', size }), hasText(/Close one first/));
    type('exit 3\r');
    const ended = await eventually('its end', () => viewer.events.find(({ type: told }) => told === 'shell.ended'));
    assert.deepEqual(ended, { type: 'shell.ended', shell, exitCode: 3 });
  });

  it('end with the consent, and with them all that was started in them, whatever it does against it', async () => {
    const { shells, viewer, shell, type } = await oneShell();
    type('bash -c "trap : HUP TERM; while :; do sleep 1; done" & sleep 1000 & kill -STOP $!; echo $! $(jobs -p) $$\r');
    const [, numbers = ''] = await viewer.see(shell, /^((?:\d+ )+\d+)\r/m);
    const pids = numbers.split(' ').map(Number);
    assert.ok(pids.every(isRunning));
    shells.heed(undefined);
    await eventually('all of them end', () => !pids.some(isRunning));
    assert.ok(viewer.events.some(({ type: told }) => told === 'shell.ended'));
  });

  it('go on while the link is away for a moment, and show what came meanwhile', async () => {
    const { shells, viewer, shell, type } = await oneShell();
    await viewer.client.call('shell.rename', { shell, name: 'Printer' });
    type('echo bef""ore; read line; echo "af""ter $line"\r');
    await viewer.see(shell, /^before\r/m);
    viewer.tool.stop();
    const next = aViewer(shells);
    assert.deepEqual(await next.client.call('shell.come', {}), {
      shells: [{ shell, name: 'Printer', isRecorded: false }],
    });
    await next.see(shell, /^before\r/m);
    next.type(shell, 'all\r');
    await next.see(shell, /^after all\r/m);
  });

  it('end when nobody comes back', async () => {
    const { shells, viewer, shell, type } = await oneShell({ graceMs: 50 });
    type('sleep 1000 & echo $!\r');
    const [, sleeper = ''] = await viewer.see(shell, /^(\d+)\r/m);
    viewer.tool.stop();
    await eventually('what ran in it ends', () => !isRunning(Number(sleeper)));
    assert.deepEqual(await aViewer(shells).client.call('shell.come', {}), { shells: [] });
  });

  it('belong to one window at a time, and the other one is told', async () => {
    const { shells, viewer, shell } = await oneShell();
    const next = aViewer(shells);
    await next.client.call('shell.come', {});
    assert.deepEqual(viewer.events, [{ type: 'shell.elsewhere' }]);
    viewer.type(shell, 'echo intru""der\r');
    await assert.rejects(viewer.client.call('shell.close', { shell }), hasText(/another window/));
    next.type(shell, 'echo mi""ne\r');
    await next.see(shell, /^mine\r/m);
    assert.doesNotMatch(next.shownBy(shell), /intruder/);
  });

  it('wait for a viewer that does not keep up: a flood grows nothing, and Ctrl+C ends it', async () => {
    const { shells } = computer();
    const viewer = aViewer(shells, { slow: true });
    await viewer.client.call('shell.come', {});
    const { shell } = await viewer.client.call('shell.open', { name: 'Flood', size });
    viewer.type(shell, 'yes\r');
    await eventually('the window is full', () => viewer.bytes > SHELL_WINDOW_BYTES);
    const full = viewer.bytes;
    assert.ok(full < SHELL_WINDOW_BYTES + 256 * 1024, `it stopped at ${full}`);
    viewer.type(shell, '\u0003');
    await viewer.client.call('shell.heard', { heard: [{ shell, bytes: full }] });
    await eventually('it goes on from where it was', () => viewer.bytes > full);
    for (;;) {
      const before = viewer.bytes;
      await viewer.client.call('shell.heard', { heard: [{ shell, bytes: SHELL_WINDOW_BYTES }] });
      viewer.type(shell, 'echo ov""er\r');
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (/^over\r/m.test(viewer.shownBy(shell)) || viewer.bytes - before > 50_000_000) break;
    }
    assert.match(viewer.shownBy(shell), /^over\r/m);
  });

  it('are recorded where that was said, with what is shown and not what is typed unseen [S2-58] [S2-59]', async () => {
    const { shells, recorded, viewer, shell, type } = await oneShell({ isRecorded: true });
    type('stty -echo; echo hid""den; read secret; stty echo; echo "th""ank you"\r');
    await viewer.see(shell, /^hidden\r/m);
    type('hunter2\r');
    await viewer.see(shell, /^thank you\r/m);
    shells.heed(undefined);
    await eventually('the last part', () => recorded.at(-1)?.end !== null);
    const cast = recorded.map(({ text }) => text).join('');
    const transcript = createShellTranscript('');
    transcript.take(cast);
    assert.match(transcript.read(), /^thank you$/m);
    assert.doesNotMatch(cast, /hunter2/);
    assert.deepEqual(viewer.uses[0], { did: 'shell-opened', name: 'Shell 1', isRecorded: true });
  });

  it('end when the host is killed outright', async () => {
    const program = fileURLToPath(new URL('./killed-host.ts', import.meta.url));
    const host = spawn(process.execPath, ['--import=tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const told = await new Promise<string>((resolve) => host.stdout.once('data', (data) => resolve(String(data))));
    const pids = told.trim().split(' ').map(Number);
    assert.equal(pids.length, 2);
    assert.ok(pids.every(isRunning));
    host.kill('SIGKILL');
    await eventually('shell and sleeper end', () => !pids.some(isRunning));
  });

  it('take ten thousand odd messages, granted or not, without harm [H-53]', async () => {
    const { shells } = computer();
    const listeners = new Map<ToolScope, (event: { data: unknown }) => void>();
    const channel = (tool: ToolScope) => ({
      bufferedAmount: 0,
      addEventListener: (_type: 'message', listener: (event: { data: unknown }) => void) =>
        void listeners.set(tool, listener),
    });
    let isGranted = true;
    let sent = 0;
    const door = createToolDoor({
      channels: {
        files: channel('files'),
        shell: channel('shell'),
        'system-information': channel('system-information'),
        actions: channel('actions'),
      },
      tools: { shell: shellTool(shells, () => performance.now()) },
      send: () => {
        sent += 1;
      },
      mayUse: () => isGranted,
      report: () => Promise.resolve(true),
      onFlood: () => undefined,
      now: () => sent * 1000,
    });
    const call = (operation: string, params: unknown) =>
      JSON.stringify({ type: 'call', id: 1, call: { operation, params } });
    const odd: unknown[] = [
      call('shell.come', {}),
      call('shell.open', { name: 'x'.repeat(1000), size }),
      call('shell.open', { name: 'x', size: { columns: -1, rows: 1e9 } }),
      call('shell.resize', { shell: 99, size }),
      call('shell.resize', { shell: Number.NaN, size }),
      call('shell.close', { shell: 2 ** 40 }),
      call('shell.heard', { heard: [{ shell: 1, bytes: -5 }] }),
      call('shell.heard', { heard: Array.from({ length: 1000 }, () => ({ shell: 1, bytes: 1 })) }),
      call('__proto__', {}),
      shellMessage(1, new Uint8Array(10)).buffer,
      shellMessage(4_000_000_000, new Uint8Array(10)).buffer,
      new ArrayBuffer(3),
      new ArrayBuffer(200_000),
      '{',
      null,
    ];
    for (let count = 0; count < 10_000; count += 1) {
      isGranted = count % 3 !== 0;
      listeners.get('shell')?.({ data: odd[count % odd.length] });
    }
    isGranted = true;
    door.close();
    const viewer = aViewer(shells);
    assert.deepEqual(await viewer.client.call('shell.come', {}), { shells: [] }, 'nothing was opened');
  });
});
