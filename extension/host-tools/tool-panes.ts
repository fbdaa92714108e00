/** What the window shows for each tool on the customer's computer that is offered (tool-list.ts). */
import type { ComponentType } from 'preact';
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { OfferedTool } from './tool-list.ts';
import { SystemPane } from './system/system-pane.tsx';
import type { LogEntry } from '../../shared/contract/session-log.ts';

export interface ToolPaneProps {
  readonly head: SessionHead;
  readonly entries: readonly LogEntry[];
  /** The tool's channel while it is granted and the link lives; `undefined` while it is interrupted. */
  readonly channel: RTCDataChannel | undefined;
}

const offeredPanes: Record<OfferedTool, ComponentType<ToolPaneProps>> = {
  'system-information': SystemPane,
};

/** Those that are not offered yet have none. */
export const toolPanes: Partial<Record<ToolScope, ComponentType<ToolPaneProps>>> = offeredPanes;
