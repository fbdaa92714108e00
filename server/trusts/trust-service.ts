/** Easy Connect: who trusts whom after a session with a code, and asking such a rep directly by the browser's own key. */
import type { Presence } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { TrustId } from '../../shared/contract/identifiers.ts';
import type { AccountId, Token } from '../../shared/contract/identifiers.ts';
import type { OwnInvitation } from '../../shared/contract/invitation.ts';
import { signedText } from '../../shared/contract/trust.ts';
import type { TrustStanding, TrustedCustomer, TrustedRep } from '../../shared/contract/trust.ts';
import type { Clock } from '../config/clock.ts';
import { customerWords } from '../documents/found-by-words.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import { hashSecret, newId, newToken } from '../secrets/random.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { TrustModel, TrustRecord } from './trust-model.ts';
import { isSignedBy } from './verify-signature.ts';

/** How long a question may be answered. */
const challengeMs = 60_000;
/** What one browser or one rep keeps at most; the oldest are not shown. */
const mostListed = 100;

export interface Trusts {
  of(record: SessionRecord): Promise<TrustStanding>;
  /** One side agrees; `publicKey` is the customer's. @throws AppError `not-allowed` after a session without a code */
  agree(record: SessionRecord, side: { readonly publicKey: string } | 'rep'): Promise<TrustStanding>;
  ofBrowser(browser: BrowserId): Promise<TrustedRep[]>;
  ofRep(account: AccountId): Promise<TrustedCustomer[]>;
  /** Ends it for both. @throws AppError `not-found` when it is nobody's of these */
  revoke(trust: TrustId, whose: { readonly browser: BrowserId } | { readonly account: AccountId }): Promise<void>;
  /** @throws AppError `not-found` */
  challenge(browser: BrowserId, trust: TrustId): Promise<Token>;
  /** @throws AppError `not-allowed` for an answer that is wrong, late or used; as asking directly does */
  ask(
    browser: BrowserId,
    answer: {
      readonly trust: TrustId;
      readonly challenge: Token;
      readonly signature: string;
      readonly message: string;
    },
  ): Promise<OwnInvitation>;
}

/** Between whom there can be trust. */
interface Pair {
  readonly account: AccountId;
  readonly browser: BrowserId;
}

export interface TrustNeeds {
  readonly model: TrustModel;
  readonly accounts: Pick<AccountDirectory, 'face' | 'find'>;
  readonly presenceOf: (account: AccountId) => Promise<Presence>;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
  readonly clock: Clock;
  readonly askDirectly: (
    browser: BrowserId,
    ask: { readonly account: AccountId; readonly name: string; readonly message: string },
  ) => Promise<OwnInvitation>;
}

export function createTrusts(needs: TrustNeeds): Trusts {
  const { model, accounts, presenceOf, links, clock, askDirectly } = needs;

  /** Of the pair, whichever session it began with: who trust each other are not asked again after the next one. */
  async function standing(record: SessionRecord): Promise<TrustStanding> {
    const pair = pairOf(record);
    const trust = pair === undefined ? null : await model.findOne(pair).lean();
    return {
      possible: pair !== undefined,
      customer: trust?.publicKey !== undefined,
      rep: trust?.repAgrees ?? false,
    };
  }

  async function put(
    pair: Pair,
    { _id: session, customer: { name: customer } }: SessionRecord,
    change: Partial<Pick<TrustRecord, 'publicKey' | 'repAgrees'>>,
  ) {
    const missing = {
      _id: newId(TrustId),
      session,
      ...{ customer, words: customerWords({ name: customer }) },
      agreedAt: clock.now(),
      ...('repAgrees' in change ? {} : { repAgrees: false }),
    };
    const update = { $set: change, $setOnInsert: missing };
    const save = () => model.updateOne(pair, update, { upsert: true });
    // Both agree in the same moment: the second upsert finds what the first has made.
    await save().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      return save();
    });
  }

  /** Where both have agreed. */
  async function agreedOf(filter: { browser: BrowserId } | { account: AccountId }): Promise<TrustRecord[]> {
    const all = await model
      .find({ ...filter, repAgrees: true })
      .sort({ agreedAt: -1 })
      .limit(mostListed)
      .lean();
    return all.filter(({ publicKey }) => publicKey !== undefined);
  }

  return {
    of: standing,
    async agree(record, side) {
      const pair = pairOf(record);
      if (pair === undefined) throw new AppError('not-allowed', { text: 'This begins with a session by code.' });
      await put(pair, record, side === 'rep' ? { repAgrees: true } : { publicKey: side.publicKey });
      const now = await standing(record);
      const event = { type: 'trusts.changed', session: record._id, standing: now } as const;
      links.toAccount(pair.account, event);
      links.toBrowser(pair.browser, event);
      return now;
    },
    async ofBrowser(browser) {
      const rows = await Promise.all(
        (await agreedOf({ browser })).map(async ({ _id: id, account, agreedAt }) => {
          const [found, rep, presence] = await Promise.all([
            accounts.find(account),
            accounts.face(account),
            presenceOf(account),
          ]);
          if (rep === undefined) return [];
          return [{ id, rep, presence: found?.disabled === true ? ('offline' as const) : presence, agreedAt }];
        }),
      );
      return rows.flat();
    },
    async ofRep(account) {
      return (await agreedOf({ account })).map(({ _id: id, customer: name, agreedAt, usedAt = null }) => ({
        id,
        name,
        agreedAt,
        usedAt,
      }));
    },
    async revoke(trust, whose) {
      const gone = await model.findOneAndDelete({ _id: trust, ...whose }).lean();
      if (gone === null) throw new AppError('not-found');
      const now = { possible: true, customer: false, rep: false };
      const event = { type: 'trusts.changed', session: gone.session, standing: now } as const;
      links.toAccount(gone.account, event);
      links.toBrowser(gone.browser, event);
    },
    async challenge(browser, trust) {
      const challenge = newToken();
      const question = { hash: hashSecret(challenge), until: clock.now() + challengeMs };
      const asked = await model.updateOne({ _id: trust, browser, repAgrees: true }, { $set: { challenge: question } });
      if (asked.matchedCount === 0) throw new AppError('not-found');
      return challenge;
    },
    async ask(browser, { trust, challenge, signature, message }) {
      // Taken back before it is looked at: whatever comes of it, a question is answered once (replay).
      const question = { _id: trust, browser, repAgrees: true, 'challenge.hash': hashSecret(challenge) };
      const found = await model.findOneAndUpdate(question, { $unset: { challenge: '' } }).lean();
      const isAnswered =
        found?.publicKey !== undefined &&
        (found.challenge?.until ?? 0) > clock.now() &&
        isSignedBy(found.publicKey, signedText(trust, challenge), signature);
      if (!isAnswered)
        throw new AppError('not-allowed', { text: 'This browser is not known any more. Ask for a code.' });
      const invitation = await askDirectly(browser, { account: found.account, name: found.customer, message });
      await model.updateOne({ _id: trust }, { $set: { usedAt: clock.now() } });
      return invitation;
    },
  };
}

/** A session from the queue proves nobody: the code, told by another way, is what trust begins with. */
function pairOf({ channel, browser, owner: account, projection }: SessionRecord): Pair | undefined {
  return channel === null && browser !== undefined && projection.customerIn ? { account, browser } : undefined;
}
