/** One customer's data in the web panel: found, handed out, erased. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { adminCustomerDataOperations, CustomerDataKind } from '../../shared/contract/customer-data.ts';
import { mostCustomerItems } from '../../shared/contract/customer-data.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { LogEntryModels } from '../session-log/log-entry-model.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import { findItems } from './customer-stores.ts';
import type { CustomerStores } from './customer-stores.ts';
import { eraseCustomer } from './erase-customer.ts';
import * as v from 'valibot';

export type CustomerDataHandlers = Pick<
  Handlers<AdminContract, AdminContext>,
  keyof typeof adminCustomerDataOperations
>;

/** What opens something, tells this browser from others, or is said among reps: no part of what is handed out, as their notes in the log are none. */
const secrets = [
  'takeover',
  'browser',
  'hostToken',
  'link',
  'code',
  'sealed',
  'challenge',
  'words',
  'projection',
  'publicKey',
];

export function openCustomerData(needs: {
  readonly stores: CustomerStores;
  readonly entries: LogEntryModels;
  readonly log: Pick<SessionLog, 'all'>;
  readonly belongings: SessionBelongings;
}): CustomerDataHandlers {
  const { stores, entries, log, belongings } = needs;

  async function read(kind: CustomerDataKind, _id: string): Promise<object | null> {
    const filter = { _id } as object;
    switch (kind) {
      case 'session':
        return stores.sessions.findOne(filter).lean();
      case 'request':
        return stores.requests.findOne(filter).lean();
      case 'reservation':
        return stores.reservations.findOne(filter).lean();
      case 'invitation':
        return stores.invitations.findOne(filter).lean();
      case 'trust':
        return stores.trusts.findOne(filter).lean();
      default:
        return kind satisfies never;
    }
  }

  return {
    'customers.find': async ({ text }) => {
      const kinds = Object.values(await findItems(stores, text));
      return {
        items: kinds.flatMap((items) => items.slice(0, mostCustomerItems)),
        isMore: kinds.some((items) => items.length > mostCustomerItems),
      };
    },
    'customers.read': async ({ kind, id }) => {
      const found = await read(kind, id);
      if (found === null) throw new AppError('not-found');
      const shown = Object.fromEntries(Object.entries(found).filter(([field]) => !secrets.includes(field)));
      if (kind !== 'session') return { record: { kind, ...shown } };
      const session = v.parse(SessionId, id);
      return { record: { kind, ...shown, log: await log.all(session, 'all'), ...(await belongings.read(session)) } };
    },
    'customers.erase': async ({ items }) => ({
      erased: await eraseCustomer(stores, { log: entries, belongings }, items),
    }),
  };
}
