/** What reps keep of customers' computers with their sessions, and what was kept of the same computer before. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type {
  KeptReading,
  adminKeptSystemOperations,
  repKeptSystemOperations,
} from '../../shared/contract/kept-system.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { SystemCategory } from '../../shared/contract/tool-use.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import { unlike } from '../documents/compare.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { RepContext } from '../edge/links.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { Rights } from '../rights/right-service.ts';
import { createSeenSession } from '../session-records/seen-session.ts';
import { repAuthor } from '../sessions/authors.ts';
import { keepingSystem } from '../sessions/entry-rules.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { keptSystemModel } from './kept-system-model.ts';
import type { KeptSystemRecord } from './kept-system-model.ts';

export interface OpenKeptSystems {
  readonly repHandlers: Pick<Handlers<RepContract, RepContext>, keyof typeof repKeptSystemOperations>;
  readonly adminHandlers: Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminKeptSystemOperations>;
  /** Resolves when every index is there. */
  start(): Promise<void>;
}

export function openKeptSystems(
  needs: Pick<FeatureNeeds, 'connection' | 'clock'> & {
    readonly sessions: Pick<Sessions, 'ownedBy' | 'append' | 'load'>;
    readonly rights: Pick<Rights, 'require'>;
    readonly belongings: Pick<SessionBelongings, 'add'>;
    readonly seenBy: SeenBy;
  },
): OpenKeptSystems {
  const { connection, clock, sessions, rights, belongings } = needs;
  const model = keptSystemModel(connection);
  const seen = createSeenSession(needs);

  async function keptWith(session: SessionId): Promise<KeptReading[]> {
    const found = await model.find({ session }).lean();
    const place = ({ category }: KeptSystemRecord) => SystemCategory.options.indexOf(category);
    return found.toSorted((one, other) => place(one) - place(other)).map(keptReading);
  }

  belongings.add({
    async forget(session) {
      await model.deleteMany({ session });
    },
    read: async (session) => ({ systemInformation: (await keptWith(session)).map(({ reading }) => reading) }),
  });

  return {
    repHandlers: {
      async 'system.keep'({ session, clientId, reading }, { account }) {
        const record = await sessions.ownedBy(account.id, session);
        await rights.require(account, ['system-information']);
        const { browser } = record;
        const computer = record.projection.facts?.computer ?? '';
        if (browser === undefined || computer === '') throw new AppError('not-allowed');
        const { category } = reading;
        // The log first: nothing is kept that the customer cannot read of.
        const entry = await sessions.append(record, repAuthor(account), keepingSystem(category), { clientId });
        const kept = { session, category, browser, computer, keptAt: clock.now(), reading };
        await model.updateOne({ _id: `${session}:${category}` }, { $set: kept }, { upsert: true });
        return { entry };
      },
      async 'system.last'({ session, category }, { account }) {
        const { browser, projection } = await sessions.ownedBy(account.id, session);
        await rights.require(account, ['system-information']);
        const computer = projection.facts?.computer ?? '';
        if (browser === undefined || computer === '') return { last: null };
        const ofSame = { browser, computer, category, session: unlike(session) };
        const last = await model.findOne(ofSame).sort({ keptAt: -1 }).lean();
        return { last: last === null ? null : keptReading(last) };
      },
    },
    adminHandlers: {
      async 'sessions.system'({ id }, { account }) {
        await seen(id, account);
        return { kept: await keptWith(id) };
      },
    },
    async start() {
      await model.init();
    },
  };
}

function keptReading({ session, keptAt, reading }: KeptSystemRecord): KeptReading {
  return { session, keptAt, reading };
}
