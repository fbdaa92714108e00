/** What one session on the customer's computer works with, and what it is to the program around it. */
import type { ConsentAsk } from '../../shared/contract/consent.ts';
import type { ReadyViewer } from '../../shared/contract/host-contract.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SpecialAction } from '../../shared/contract/tool-use.ts';
import type { Consents } from '../consent/consents.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { Launcher } from '../launch/launcher.ts';
import type { ViewerCalls } from '../link/viewer-calls.ts';
import type { Helper } from '../texts/en.ts';
import type { HostWindows } from '../windows/host-windows.ts';
import type { Tools } from '../tools/tool.ts';
import type { ActionAnswer } from './questions.ts';
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
  readonly calls: ViewerCalls;
  readonly server: Pick<ServerLink, 'report' | 'end'>;
  /** The server's time, in milliseconds. */
  readonly now: () => number;
  /** When the session began, by the server's clock: before this program came. */
  readonly startedAt: number;
  /** What holds on from before a restart of the computer. */
  readonly kept: Consents;
  /** What had been asked before the host came. */
  readonly firstAsk: ConsentAsk | null;
  /** How long the customer's hand must be still before control resumes, in milliseconds. */
  readonly stillForMs: number;
}

export interface HostSession {
  /** Takes the log as it comes. */
  onEntry(entry: LogEntry): void;
  /** Takes who is in the session as the server says it anew. */
  onReps(head: WhoIsHere): void;
  onViewer: (viewer: ReadyViewer) => void;
  /** Asks the customer before something that closes what is open. */
  confirm(action: SpecialAction, signal: AbortSignal): Promise<ActionAnswer>;
  /** Resolves once the session is over, whoever ended it; nothing is shown or injected from then on. */
  readonly over: Promise<Usage>;
  /** What is granted now. */
  consents(): Consents;
  /** Ends it here, because the server said so or the desktop is gone. */
  stop(): void;
}
