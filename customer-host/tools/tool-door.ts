/** Stands before the tools of one viewer: asked for every single message, and a tool ends with its consent. */
import { ToolScope } from '../../shared/contract/consent.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { ToolUse } from '../../shared/contract/tool-use.ts';
import { LONGEST_CHANNEL_TEXT, idOfCall, refusal } from '../../shared/link/channel-calls.ts';
import { createAllowance } from '../consent/allowance.ts';
import type { RunningTool, Tools } from './tool.ts';

/** One channel of the link, as far as a tool needs it. */
export interface ToolChannel {
  readonly bufferedAmount: number;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface ToolDoorPorts {
  readonly channels: Readonly<Record<ToolScope, ToolChannel>>;
  readonly tools: Tools;
  readonly send: (tool: ToolScope, message: string | Uint8Array<ArrayBuffer>) => void;
  /** Whether this viewer may use the tool at this moment. */
  readonly mayUse: (tool: ToolScope) => boolean;
  readonly report: (use: ToolUse) => Promise<boolean>;
  /** Whoever sends far too much is cut off. */
  readonly onFlood: () => void;
  readonly now: () => number;
}

export interface ToolDoor {
  /** Consents have changed: what may not be used any more ends now. */
  look(): void;
  /** The link is over. */
  close(): void;
  /** Messages that were not let through, for figures and tests. */
  readonly refused: number;
}

/** Texts are calls and keys; a person makes some tens a second. Binary messages are bounded by what the line carries. */
const textLimit = { burst: 1000, perSecond: 200 };
const LARGEST_BINARY_BYTES = 256 * 1024;

const notAllowedText = 'The customer has not allowed this (any more).';
const missingText = 'The program on the customer’s computer has no such tool on this system.';

export function createToolDoor(ports: ToolDoorPorts): ToolDoor {
  const running = new Map<ToolScope, RunningTool>();
  let refused = 0;
  let isClosed = false;

  for (const tool of ToolScope.options) {
    const allowance = createAllowance(textLimit);
    ports.channels[tool].addEventListener('message', ({ data }) => {
      if (isClosed) return;
      if (typeof data === 'string' && !allowance.take(1, ports.now())) return ports.onFlood();
      const message = messageOf(data);
      if (message === undefined) refused += 1;
      else if (!ports.mayUse(tool)) refuse(tool, message, notAllowedText);
      else (toolOf(tool) ?? refuseMissing(tool)).take(message);
    });
  }

  function messageOf(data: unknown): string | ArrayBuffer | undefined {
    if (typeof data === 'string') return data.length <= LONGEST_CHANNEL_TEXT ? data : undefined;
    return data instanceof ArrayBuffer && data.byteLength <= LARGEST_BINARY_BYTES ? data : undefined;
  }

  function toolOf(tool: ToolScope): RunningTool | undefined {
    const known = running.get(tool);
    if (known !== undefined) return known;
    const begun = ports.tools[tool]?.({
      send: (message) => ports.send(tool, message),
      backlogBytes: () => ports.channels[tool].bufferedAmount,
      report: ports.report,
    });
    if (begun !== undefined) running.set(tool, begun);
    return begun;
  }

  function refuseMissing(tool: ToolScope): Pick<RunningTool, 'take'> {
    return { take: (message) => refuse(tool, message, missingText) };
  }

  function refuse(tool: ToolScope, message: string | ArrayBuffer, text: string): void {
    refused += 1;
    const id = typeof message === 'string' ? idOfCall(message) : undefined;
    if (id === undefined) return;
    ports.send(tool, refusal(id, new AppError('not-allowed', { text })));
  }

  function stop(tool: ToolScope): void {
    running.get(tool)?.stop();
    running.delete(tool);
  }

  return {
    look() {
      for (const tool of [...running.keys()]) if (!ports.mayUse(tool)) stop(tool);
    },
    close() {
      isClosed = true;
      for (const tool of [...running.keys()]) stop(tool);
    },
    get refused() {
      return refused;
    },
  };
}
