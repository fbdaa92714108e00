/** For how long what customers leave behind is kept: the setting, and what carries it out in small turns. */
import type { Connection } from 'mongoose';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { adminRetentionOperations, Retention } from '../../shared/contract/retention.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Clock } from '../config/clock.ts';
import { customerStores } from '../customer-data/customer-stores.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { Log } from '../logging/log.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import { countOverdue, deletion, overdueBefore, parts } from './overdue.ts';
import { onlyRetention, retentionModel } from './retention-model.ts';

/** What is overdue is looked for this often, and again so soon after a turn that left some. */
const EVERY_MS = 60 * 60_000;
const GO_ON_MS = 2000;

const forEver: Retention = { sessionDays: null, requestDays: null, invitationDays: null, trustDays: null };

export interface OpenRetention {
  readonly adminHandlers: Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminRetentionOperations>;
  start(): Promise<void>;
}

export function openRetention(needs: {
  readonly connection: Connection;
  readonly models: FeatureModels;
  readonly deadlines: Deadlines;
  /** The days (UTC) of which the statistics need nothing any more. */
  readonly keptDays: () => Promise<ReadonlySet<string>>;
  readonly belongings: Pick<SessionBelongings, 'forget'>;
  readonly clock: Clock;
  readonly log: Log;
}): OpenRetention {
  const { connection, models, deadlines, keptDays, belongings, clock, log } = needs;
  const model = retentionModel(connection);
  const stores = { ...customerStores(connection, models), log: models.log, belongings };

  async function get(): Promise<Retention> {
    const stored = await model.findOne({ _id: onlyRetention }).lean();
    if (stored === null) return forEver;
    const { _id, ...retention } = stored;
    return retention;
  }

  /** One step of each part; whether any of them left something. */
  async function turn(): Promise<boolean> {
    const [retention, kept] = await Promise.all([get(), keptDays()]);
    const steps = deletion(stores, kept);
    let isMore = false;
    for (const part of parts) {
      const before = overdueBefore(part, retention, clock.now());
      if (before === undefined || !(await steps[part](before))) continue;
      log.info('What was kept long enough is being deleted', { part });
      isMore = true;
    }
    return isMore;
  }

  deadlines.on('retention', async (subject) => {
    const isMore = await turn();
    await deadlines.set('retention', subject, clock.now() + (isMore ? GO_ON_MS : EVERY_MS));
  });

  return {
    adminHandlers: {
      'retention.get': async () => ({ retention: await get() }),
      'retention.count': async ({ retention }) => ({ overdue: await countOverdue(stores, retention, clock.now()) }),
      'retention.update': async ({ retention }) => {
        await model.updateOne({ _id: onlyRetention }, { $set: retention }, { upsert: true });
        await deadlines.set('retention', 'all', clock.now());
        return { retention };
      },
    },
    start: () => deadlines.ensure('retention', 'all', clock.now() + GO_ON_MS),
  };
}
