/** Real shells of this computer, and one viewer of them over a channel that is only in memory. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { newRecordingId } from '../../../customer-host/session/new-id.ts';
import { openShells } from '../../../customer-host/tools/shell/open-shells.ts';
import { shellTool } from '../../../customer-host/tools/shell/open-shell-tool.ts';
import type { RunningTool } from '../../../customer-host/tools/tool.ts';
import type { EventOf } from '../../../shared/contract/contract.ts';
import { hostShellContract, readShellMessage, shellMessage } from '../../../shared/contract/host-shell.ts';
import type { HostShellContract, ShellNumber } from '../../../shared/contract/host-shell.ts';
import type { RecordingPart } from '../../../shared/contract/shell-recording.ts';
import type { ToolUse } from '../../../shared/contract/tool-use.ts';
import { callOverChannel } from '../../../shared/link/channel-calls.ts';

export const size = { columns: 80, rows: 24 };

/**
 * From here on the shells of this process begin in an empty home: what somebody has set up in their own may take long, and
 * would be cut off in the middle.
 */
export function liveInAnEmptyHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'rh-home-'));
  process.env['HOME'] = home;
  return home;
}

/** Shells that are granted, of a user whose environment has a secret of the host's. */
export function aComputer({ isRecorded = false, graceMs = 15_000 } = {}) {
  const recorded: RecordingPart[] = [];
  const variables = { ...process.env, REMOTEHELP_TICKET: 'secret-of-the-host', PATH: process.env['PATH'] };
  const recording = {
    newRecordingId,
    sendRecordingPart: async (part: RecordingPart) => {
      recorded.push(part);
      return true;
    },
  };
  const shells = openShells(variables, recording, graceMs);
  shells.heed({ isRecorded });
  return { shells, recorded };
}

/** Whoever looks at them. Says by itself what it has drawn, unless it is `slow`. */
export function aViewer(shells: ReturnType<typeof aComputer>['shells'], { slow = false } = {}) {
  const shown = new Map<ShellNumber, string>();
  const events: EventOf<HostShellContract>[] = [];
  const uses: ToolUse[] = [];
  let bytes = 0;
  const client = callOverChannel(hostShellContract, {
    send: (text) => tool.take(text),
    onEvent: (event) => void events.push(event),
  });
  const tool: RunningTool = shellTool(shells, () => performance.now())({
    send(message) {
      if (typeof message === 'string') return client.take(message);
      const read = readShellMessage(message.buffer);
      assert.ok(read, 'only whole messages are sent');
      bytes += read.bytes.length;
      const text = new TextDecoder().decode(read.bytes);
      shown.set(read.shell, ((shown.get(read.shell) ?? '') + text).slice(-100_000));
      if (!slow) void client.call('shell.heard', { heard: [{ shell: read.shell, bytes: read.bytes.length }] });
    },
    backlogBytes: () => 0,
    report(use) {
      uses.push(use);
      return Promise.resolve(true);
    },
  });
  return {
    tool,
    client,
    events,
    uses,
    get bytes() {
      return bytes;
    },
    shownBy: (shell: ShellNumber) => shown.get(shell) ?? '',
    type: (shell: ShellNumber, text: string) => tool.take(shellMessage(shell, new TextEncoder().encode(text)).buffer),
    /** Waits until the shell has shown it, and gives what matched. */
    async see(shell: ShellNumber, pattern: RegExp): Promise<RegExpExecArray> {
      return eventually(`${String(pattern)} in ${shown.get(shell) ?? 'nothing'}`, () =>
        pattern.exec(shown.get(shell) ?? ''),
      );
    },
  };
}

/** Waits until there is something, for ten seconds. */
export async function eventually<Found>(what: string, find: () => Found | null | undefined | false): Promise<Found> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = find();
    if (found !== null && found !== undefined && found !== false) return found;
    await wait(10);
  }
  throw new Error(`It did not come: ${what}`);
}

/** Whether a process is there, and no mere remainder of one. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // There is none.
    return false;
  }
}
