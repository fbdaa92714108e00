/** The organisation's settings of queue and distribution, which hold wherever a channel has none of its own. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { QueueDefaults } from '../../shared/contract/queue-settings.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import { onlyDefaults } from './queue-defaults-model.ts';
import type { QueueDefaultsModel } from './queue-defaults-model.ts';
import { firstDefaults } from './settings-in-force.ts';

export interface QueueDefaultsService {
  get(): Promise<QueueDefaults>;
  set(defaults: QueueDefaults): Promise<QueueDefaults>;
}

export function createQueueDefaults(model: QueueDefaultsModel): QueueDefaultsService {
  return {
    async get() {
      const stored = await model.findOne({ _id: onlyDefaults }).lean();
      if (stored === null) return firstDefaults;
      const { _id, ...defaults } = stored;
      return defaults;
    },
    async set(defaults) {
      await model.updateOne({ _id: onlyDefaults }, { $set: defaults }, { upsert: true });
      return defaults;
    },
  };
}

/** What the web panel asks about them. `onChange` shows whoever looks on what has become of their channels. */
export function queueDefaultsHandlers(
  defaults: QueueDefaultsService,
  onChange: () => Promise<void>,
): Pick<Handlers<AdminContract, AdminContext>, 'queueDefaults.get' | 'queueDefaults.update'> {
  return {
    'queueDefaults.get': async () => ({ defaults: await defaults.get() }),
    async 'queueDefaults.update'(wanted) {
      const set = await defaults.set(wanted.defaults);
      await onChange();
      return { defaults: set };
    },
  };
}
