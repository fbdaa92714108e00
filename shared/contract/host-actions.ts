/** Viewer ↔ host: what this computer can do in one press, and scripts of the organisation that run on it. */
import * as v from 'valibot';
import { Nothing, contract, operation } from './contract.ts';
import { ScriptId, ScriptRevision, ScriptSystem, ScriptValues } from './script.ts';
import { AfterSession, SpecialAction, ToolOutcome } from './tool-use.ts';

const Sentence = v.pipe(v.string(), v.maxLength(200));

/** `missing` says why this computer cannot do it, in words for people; empty when it can. */
export const OfferedAction = v.strictObject({
  action: SpecialAction,
  missing: Sentence,
  /** The person at the computer is asked before it happens. */
  asks: v.boolean(),
});
export type OfferedAction = v.InferOutput<typeof OfferedAction>;

/** Of one run of a script, made up by the host. */
export const RunId = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A run writes in pieces of at most so many characters. */
export const LONGEST_OUTPUT_PIECE = 16_000;

export const hostActionsContract = contract(
  {
    'actions.list': operation(
      Nothing,
      v.strictObject({
        system: ScriptSystem,
        actions: v.pipe(v.array(OfferedAction), v.maxLength(20)),
        /** What was chosen for the end of the session. */
        afterwards: AfterSession,
      }),
    ),
    /** Answers when it is done, or when the person has said no. */
    'actions.do': operation(
      v.strictObject({ action: SpecialAction }),
      v.strictObject({ outcome: ToolOutcome, problem: Sentence }),
    ),
    /** Chooses what is done when the session is over. The person is told, and can leave it then. */
    'actions.afterwards': operation(v.strictObject({ what: AfterSession }), Nothing),
    /** Begins a run; one at a time. What runs is what the host gets from its server for this id and revision. */
    'scripts.run': operation(
      v.strictObject({ script: ScriptId, revision: ScriptRevision, values: ScriptValues }),
      v.strictObject({ run: RunId }),
    ),
    /** Ends a run with all that it has started. */
    'scripts.stop': operation(v.strictObject({ run: RunId }), Nothing),
  },
  v.variant('type', [
    v.strictObject({
      type: v.literal('script.output'),
      run: RunId,
      text: v.pipe(v.string(), v.maxLength(LONGEST_OUTPUT_PIECE)),
    }),
    v.strictObject({
      type: v.literal('script.ended'),
      run: RunId,
      outcome: ToolOutcome,
      exitCode: v.nullable(v.pipe(v.number(), v.integer())),
      problem: Sentence,
    }),
  ]),
);
export type HostActionsContract = typeof hostActionsContract;
