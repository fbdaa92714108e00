/** What this host does so that it comes back after a restart. */
import { homedir } from 'node:os';
import type { Consent } from '../../shared/contract/consent.ts';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import { isPackaged } from '../package/server-address.ts';
import { prepareReturn } from './come-back.ts';
import { returnPlaces } from './return-places.ts';

interface RestartNeeds {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** A ticket for the host that comes back. */
  readonly ticket: () => Promise<Ticket>;
  readonly consents: () => readonly Consent[];
}

export interface RestartPlan {
  /** Before the computer is restarted. Says whether this program comes back. */
  prepare(): Promise<boolean>;
  /** It did not come to a restart, or the session is over. */
  forget(): void;
  /** It is prepared: whatever ends this program now is the restart. */
  readonly isPrepared: boolean;
}

/** What a host that runs from its sources is told by. */
const ownVariables = ['REMOTEHELP_HOST_SERVER', 'REMOTEHELP_HOST_AUTHORITY'];

export function createRestartPlan({ platform, variables, ticket, consents }: RestartNeeds): RestartPlan {
  let takeBack: (() => void) | undefined;
  return {
    async prepare() {
      // Only the desktops of X11 are told so far; elsewhere the customer starts a new download.
      if (platform !== 'linux') return false;
      try {
        takeBack?.();
        const forReturn = await ticket();
        takeBack = prepareReturn({
          places: returnPlaces(variables, homedir()),
          ticket: forReturn,
          consents: consents(),
          now: Date.now(),
          // The file itself was removed when it had served; what runs is still there to be read.
          program: isPackaged() ? '/proc/self/exe' : undefined,
          start: (file) => (isPackaged() ? [file] : fromSources(forReturn, variables)),
        });
        return true;
      } catch (error) {
        console.error('A return could not be prepared:', error instanceof Error ? error.message : '');
        return false;
      }
    },
    forget() {
      takeBack?.();
      takeBack = undefined;
    },
    get isPrepared() {
      return takeBack !== undefined;
    },
  };
}

function fromSources(ticket: Ticket, variables: RestartNeeds['variables']): string[] {
  const given = ownVariables.flatMap((name) => (variables[name] === undefined ? [] : [`${name}=${variables[name]}`]));
  const [main = ''] = process.argv.slice(1);
  return ['env', ...given, `REMOTEHELP_HOST_NAME=RemoteHelp-${ticket}`, process.execPath, ...process.execArgv, main];
}
