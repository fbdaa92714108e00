/** A run of a script as the window shows it. Pure. */
import type { EventOf } from '../../../shared/contract/contract.ts';
import type { HostActionsContract } from '../../../shared/contract/host-actions.ts';
import type { ToolOutcome } from '../../../shared/contract/tool-use.ts';

export interface ShownRun {
  readonly run: number;
  readonly script: string;
  readonly output: string;
  /** How it came out; `gone` when the connection broke. Missing while it runs. */
  readonly end?: RunEnd | 'gone';
}

export interface RunEnd {
  readonly outcome: ToolOutcome;
  readonly exitCode: number | null;
  readonly problem: string;
}

/** A window holds the end of what was written. */
const MOST_SHOWN = 200_000;

export function moreOutput(run: ShownRun, text: string): ShownRun {
  return { ...run, output: (run.output + text).slice(-MOST_SHOWN) };
}

export function ended({
  outcome,
  exitCode,
  problem,
}: Extract<EventOf<HostActionsContract>, { type: 'script.ended' }>): RunEnd {
  return { outcome, exitCode, problem };
}
