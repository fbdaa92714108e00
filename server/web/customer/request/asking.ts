/** What stands in the form for asking while it is not sent: kept when the customer looks elsewhere, or loads the page anew. Pure. */
import * as v from 'valibot';
import type { RequestForm } from '../../../../shared/contract/support-request.ts';
import { Moment } from '../../../../shared/contract/text.ts';
import { emptyDraft } from './request-check.ts';

const Draft = v.pipe(
  v.object({
    channel: v.optional(v.string()),
    incident: v.optional(v.nullable(v.string())),
    name: v.string(),
    email: v.string(),
    phone: v.string(),
    reason: v.string(),
    message: v.string(),
  }),
  v.transform(({ channel, ...rest }) => ({ channel, ...rest })),
);

/**
 * `wantsCall`: a call where both can be had. `wish`: when to call, `null` for as soon as possible, `undefined` while a
 * time is wished and not chosen.
 */
export const Asking = v.pipe(
  v.object({ draft: Draft, wantsCall: v.boolean(), wish: v.optional(v.nullable(Moment)) }),
  v.transform(({ wish, ...rest }) => ({ wish, ...rest })),
);
export type Asking = v.InferOutput<typeof Asking>;

/** An empty form. */
export const nothingAsked: Asking = { draft: emptyDraft, wantsCall: false, wish: null };

/** What was asked before, to be asked again; what has been written since then stays. */
export function askingAgain(asking: Asking, form: RequestForm): Asking {
  const { name, reason, message } = asking.draft;
  if (`${name}${reason}${message}`.trim() !== '') return asking;
  return { ...nothingAsked, draft: form };
}

/** The wish as long as it lies ahead; a time that has passed is to be chosen anew. */
export function wishAhead(wish: Asking['wish'], now: number): Asking['wish'] {
  return typeof wish === 'number' && wish <= now ? undefined : wish;
}
