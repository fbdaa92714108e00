/** What one session on the customer's computer works with, and what it is to the program around it. */
import type { StandingAsk } from '../../shared/contract/consent.ts';
import type { ReadyViewer } from '../../shared/contract/host-contract.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { Launcher } from '../launch/launcher.ts';
import type { ViewerCalls } from '../link/viewer-calls.ts';
import type { Helper } from '../texts/en.ts';
import type { HostWindows } from '../windows/host-windows.ts';
import type { Shells } from '../tools/shell/shells.ts';
import type { Tools } from '../tools/tool.ts';
import type { RepsHere, WhoIsHere } from './reps-here.ts';
import type { ServerLink } from './server-link.ts';
import type { Usage } from './usage.ts';

export interface HostSessionPorts {
  readonly helper: Helper;
  /** Who is in the session as it was when the host came. */
  readonly reps: RepsHere;
  readonly windows: HostWindows;
  readonly desktop: Desktop;
  readonly launch: Launcher;
  readonly tools: Tools;
  /** Command lines live and end with their consent, and not with the link that they are used over. */
  readonly shells: Pick<Shells, 'heed'>;
  readonly calls: ViewerCalls;
  readonly server: Pick<ServerLink, 'report' | 'end'>;
  /** The server's time, in milliseconds. */
  readonly now: () => number;
  /** When the session began, by the server's clock: before this program came. */
  readonly startedAt: number;
  /** What had been asked before the host came. */
  readonly firstAsk: StandingAsk | null;
  /** How long the customer's hand must be still before control resumes, in milliseconds. */
  readonly stillForMs: number;
}

export interface HostSession {
  /** Takes the log as it comes. */
  onEntry(entry: LogEntry): void;
  /** Takes who is in the session as the server says it anew. */
  onReps(head: WhoIsHere): void;
  onViewer: (viewer: ReadyViewer) => void;
  /** Resolves once the session is over, whoever ended it; nothing is shown or injected from then on. */
  readonly over: Promise<Usage>;
  /** Ends it here, because the server said so or the desktop is gone. */
  stop(): void;
}
