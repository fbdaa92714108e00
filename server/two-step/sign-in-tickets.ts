/** Between the password and the second step: a ticket that says who has shown the right password, for a few minutes and tries. */
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { AccountId } from '../../shared/contract/identifiers.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import { SignInKind } from '../accounts/sign-in-model.ts';
import type { Clock } from '../config/clock.ts';
import { above, below } from '../documents/compare.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';
import { hashSecret, newToken } from '../secrets/random.ts';

const lifeMs = 5 * 60_000;
const mostTries = 5;
const refusedText = 'This took too long, or too many tries. Begin again with your password.';

/** A ticket as it is stored. `_id` is its hash. */
export const StoredSignInTicket = v.object({
  _id: v.string(),
  account: AccountId,
  userId: v.string(),
  kind: SignInKind,
  step: v.picklist(['code', 'enrol']),
  /** Hash of the password's hash: a password that was changed meanwhile has ended this too. */
  proof: v.string(),
  tries: v.number(),
  expiresAt: v.date(),
});
export type StoredSignInTicket = v.InferOutput<typeof StoredSignInTicket>;

export type SignInTicketModel = Model<StoredSignInTicket>;

export function signInTicketModel(connection: Connection): SignInTicketModel {
  const schema = strictSchema<StoredSignInTicket>(
    {
      account: { type: String, required: true, index: true },
      userId: { type: String, required: true },
      kind: { type: String, required: true },
      step: { type: String, required: true },
      proof: { type: String, required: true },
      tries: { type: Number, required: true },
      expiresAt: { type: Date, required: true },
    },
    'sign_in_tickets',
  );
  readAs(schema, StoredSignInTicket);
  // Long after they have run out: the store clears them by its own clock, which somebody may set.
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 2 * 3600 });
  return connection.model<StoredSignInTicket>('SignInTicket', schema);
}

export interface SignInTickets {
  issue(ticket: Pick<StoredSignInTicket, 'account' | 'userId' | 'kind' | 'step' | 'proof'>): Promise<Token>;
  /** Looks at a ticket without using it. Throws `ticket-refused`. */
  look(ticket: Token): Promise<StoredSignInTicket>;
  /** Counts one try before the code is looked at. Throws `ticket-refused` for a ticket that is used up, old, or of the other kind. */
  take(ticket: Token, kind: SignInKind): Promise<StoredSignInTicket>;
  /** Uses it up. Throws `ticket-refused` for all but the first. */
  spend(ticket: Token): Promise<void>;
  revoke(account: AccountId): Promise<void>;
}

export function createSignInTickets(model: SignInTicketModel, clock: Clock): SignInTickets {
  const live = (ticket: Token) => ({
    _id: hashSecret(ticket),
    tries: below(mostTries),
    expiresAt: above(new Date(clock.now())),
  });
  const given = (found: StoredSignInTicket | null) => {
    if (found === null) throw new AppError('ticket-refused', { text: refusedText });
    return found;
  };

  return {
    async issue(fresh) {
      const ticket = newToken();
      await model.create({ ...fresh, _id: hashSecret(ticket), tries: 0, expiresAt: new Date(clock.now() + lifeMs) });
      return ticket;
    },
    look: async (ticket) => given(await model.findOne(live(ticket)).lean()),
    take: async (ticket, kind) =>
      given(
        await model
          .findOneAndUpdate({ ...live(ticket), kind }, { $inc: { tries: 1 } }, { returnDocument: 'after' })
          .lean(),
      ),
    async spend(ticket) {
      given(await model.findOneAndDelete({ _id: hashSecret(ticket) }).lean());
    },
    async revoke(account) {
      await model.deleteMany({ account });
    },
  };
}
