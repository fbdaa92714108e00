/** What the window shows for each tool on the customer's computer. A tool is offered once it has a pane here. */
import type { ComponentType } from 'preact';
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { ShellPane } from './shell/shell-pane.tsx';
import { SystemPane } from './system/system-pane.tsx';
import type { LogEntry } from '../../shared/contract/session-log.ts';

export interface ToolPaneProps {
  readonly head: SessionHead;
  readonly entries: readonly LogEntry[];
  /** The tool's channel while it is granted and the link lives; `undefined` while it is interrupted. */
  readonly channel: RTCDataChannel | undefined;
}

export const toolPanes: Partial<Record<ToolScope, ComponentType<ToolPaneProps>>> = {
  shell: ShellPane,
  'system-information': SystemPane,
};
