import type { Organisation } from '../../shared/contract/organisation.ts';
import type { OrganisationModel } from './organisation-model.ts';

export interface OrganisationService {
  /** Before set-up it has a name that fits any. */
  get(): Promise<Organisation>;
  rename(name: string): Promise<Organisation>;
}

const ONLY = 'organisation';

export function createOrganisationService(model: OrganisationModel): OrganisationService {
  return {
    async get() {
      const stored = await model.findOne({ _id: ONLY }).lean();
      return { name: stored?.name ?? 'RemoteHelp' };
    },
    async rename(name) {
      await model.updateOne({ _id: ONLY }, { $set: { name } }, { upsert: true });
      return { name };
    },
  };
}
