/** What a tool of a session is: one entry of the table in session-tools.ts, in a file of its own. */
import type { FunctionComponent } from 'preact';
import type { EffectiveRight } from '../../shared/contract/right.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { IconNode } from '../../shared/ui/icon.tsx';
import type { MyPart } from '../members/my-part.ts';
import type { Room, SessionTabKey } from '../port/kept-panel.ts';
import type { ConsentDesk } from '../session/consent-desk.ts';
import type { Drafts } from '../session/drafts.ts';

/** The session in which the tools lie, as all of them see it. */
export interface ToolPlace {
  readonly head: SessionHead;
  readonly entries: readonly LogEntry[];
  /** By the server's clock, anew every second. */
  readonly now: number;
  readonly part: MyPart;
  /** The rep's own rights, as far as they are known. */
  readonly rights: readonly EffectiveRight[] | undefined;
  /** The customer's first name. */
  readonly name: string;
  readonly consents: ConsentDesk;
  readonly drafts: Drafts;
  readonly showTab: (tab: SessionTabKey) => void;
  readonly showRoom: (room: Room) => void;
}

/** How a tool stands now. */
export interface ToolStanding {
  /** `granted` is being seen or controlled, drawn in the one colour for that; whatever else goes on is `running`. */
  readonly is: 'ready' | 'asked' | 'running' | 'granted' | 'refused' | 'denied';
  /** In words: "not asked", "granted, 12:31 left". */
  readonly word: string;
  /** Why its button does nothing now; takes the place of what the tool does. */
  readonly because?: string | undefined;
}

/** One tool. */
export interface SessionTool {
  readonly key: string;
  readonly group: ToolGroup;
  readonly icon: IconNode;
  readonly title: string;
  /** One sentence; `name` is the customer's first name. */
  readonly does: (name: string) => string;
  readonly standing: (place: ToolPlace) => ToolStanding;
  /** Its buttons, at the right; whatever they open they draw themselves. */
  readonly Buttons: FunctionComponent<{ place: ToolPlace; standing: ToolStanding }>;
}

/** The parts of the tab, in the order in which they stand. */
export const toolGroups = ['screen', 'computer', 'give', 'talk', 'people'] as const;
export type ToolGroup = (typeof toolGroups)[number];
