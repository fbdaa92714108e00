/** What a tool on this computer is to the link that it is used over. Each tool has a folder of its own beside this. */
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { ToolUse } from '../../shared/contract/tool-use.ts';

export interface ToolPorts {
  /** Takes a message to the viewer; what cannot be sent any more is dropped. */
  readonly send: (message: string | Uint8Array<ArrayBuffer>) => void;
  /** Bytes that wait to be sent. Whoever sends much waits until they are few. */
  readonly backlogBytes: () => number;
  /**
   * Writes into the session log what was done, and resolves to whether it stands there. Whoever gives something away waits for it: what the
   * log does not tell of has not been given. Never rejects; a use that is refused ends the tool.
   */
  readonly report: (use: ToolUse) => Promise<boolean>;
}

/** A tool in use by one viewer. */
export interface RunningTool {
  /** Takes one message of the viewer. It has been granted at this moment, and nothing else is known of it. */
  take(message: string | ArrayBuffer): void;
  /** The consent or the link is over: whatever runs ends, and what was half done is undone. */
  stop(): void;
}

/** Begins to serve one viewer. */
export type Tool = (ports: ToolPorts) => RunningTool;

/** A system may have no means for a tool. */
export type Tools = Readonly<Partial<Record<ToolScope, Tool>>>;
