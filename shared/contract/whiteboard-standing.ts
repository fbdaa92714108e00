/** Whether a session has a whiteboard at the moment, read from its log: the same for both sides and the server. Pure. */
import * as v from 'valibot';
import type { LogEntry } from './session-log.ts';

/** `asked` names who would like one. What was drawn stays when it is closed, and is there again when it is opened. */
export const WhiteboardStanding = v.picklist(['none', 'asked-by-customer', 'asked-by-rep', 'open']);
export type WhiteboardStanding = v.InferOutput<typeof WhiteboardStanding>;

/** How it stands after one more entry. */
export function whiteboardAfter(before: WhiteboardStanding, entry: LogEntry): WhiteboardStanding {
  switch (entry.kind) {
    case 'whiteboard-asked':
      return entry.by.kind === 'customer' ? 'asked-by-customer' : 'asked-by-rep';
    case 'whiteboard-accepted':
      return 'open';
    case 'whiteboard-declined':
    case 'whiteboard-closed':
    case 'ended':
      return 'none';
    default:
      return before;
  }
}

/** How it stands after all of a log. */
export function whiteboardStanding(entries: readonly LogEntry[]): WhiteboardStanding {
  return entries.reduce(whiteboardAfter, 'none');
}
