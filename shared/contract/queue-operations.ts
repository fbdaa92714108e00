/** What the web panel asks about queue and distribution. */
import * as v from 'valibot';
import { Account } from './account.ts';
import { Nothing, operation } from './contract.ts';
import { AccountId } from './identifiers.ts';
import { Capacity, QueueDefaults } from './queue-settings.ts';

const defaults = v.strictObject({ defaults: QueueDefaults });

export const adminQueueOperations = {
  /** How many customers a rep helps at the same time; `null` is as each channel says. */
  'accounts.setCapacity': operation(
    v.strictObject({ id: AccountId, capacity: Capacity }),
    v.strictObject({ account: Account }),
  ),
  'queueDefaults.get': operation(Nothing, defaults),
  'queueDefaults.update': operation(defaults, defaults),
};
