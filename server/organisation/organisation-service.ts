import type { Organisation } from '../../shared/contract/organisation.ts';
import type { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import type { OrganisationModel } from './organisation-model.ts';

export interface OrganisationService {
  /** Before set-up it has a name that fits any. */
  get(): Promise<Organisation>;
  rename(name: string): Promise<Organisation>;
  /** The time zone of business hours, and how reservations are taken. Unless set: the server's zone, a week, twenty. */
  times(): Promise<OrganisationTimes>;
  setTimes(times: OrganisationTimes): Promise<OrganisationTimes>;
}

const firstReservationDays = 7;
const firstReservationQueue = 20;

const ONLY = 'organisation';
/** What the organisation is called before anybody has named it. */
const FIRST_NAME = 'RemoteHelp';

export function createOrganisationService(model: OrganisationModel): OrganisationService {
  return {
    async get() {
      const stored = await model.findOne({ _id: ONLY }).lean();
      return { name: stored?.name ?? FIRST_NAME };
    },
    async rename(name) {
      await model.updateOne({ _id: ONLY }, { $set: { name } }, { upsert: true });
      return { name };
    },
    async times() {
      const stored = await model.findOne({ _id: ONLY }).lean();
      return {
        timeZone: stored?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        reservationDays: stored?.reservationDays ?? firstReservationDays,
        reservationQueue: stored?.reservationQueue ?? firstReservationQueue,
      };
    },
    async setTimes(times) {
      await model.updateOne({ _id: ONLY }, { $set: times, $setOnInsert: { name: FIRST_NAME } }, { upsert: true });
      return times;
    },
  };
}
