/** The shells of this computer: real terminals with the user's own shell, in the user's own folder. */
import { homedir, userInfo } from 'node:os';
import { ownShell } from './own-shell.ts';
import { loadPseudoTerminals } from './pseudo-terminal.ts';
import { shellEnvironment } from './shell-environment.ts';
import { programIn, signalAll } from './shell-processes.ts';
import { createShells } from './shells.ts';
import type { ShellPorts, Shells } from './shells.ts';

/** A link that breaks is back within this time, or its user has gone; in ms. */
const usualGraceMs = 15_000;

export function openShells(
  variables: Readonly<Record<string, string | undefined>>,
  recording: Pick<ShellPorts, 'newRecordingId' | 'sendRecordingPart'>,
  linkGraceMs = usualGraceMs,
): Shells {
  const { platform } = process;
  return createShells({
    async load() {
      const open = await loadPseudoTerminals();
      const keepOwn = await loadKeeping(platform);
      return (order) => {
        const shell = ownShell(platform);
        const folder = homedir();
        const user = { name: userInfo().username, home: folder };
        const environment = shellEnvironment(platform, variables, user, shell.command);
        keepOwn();
        return open({ ...order, ...shell, folder, environment });
      };
    },
    processes: { programIn, signalAll },
    ...recording,
    now: () => Date.now(),
    linkGraceMs,
  });
}

/** A terminal's program would else have open what this program has: libraries do not all keep theirs to themselves. */
async function loadKeeping(platform: NodeJS.Platform): Promise<() => void> {
  if (platform !== 'linux') return () => undefined;
  return (await import('../../native/keep-descriptors.ts')).keepDescriptors;
}
