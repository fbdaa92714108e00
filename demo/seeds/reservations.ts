import type { BrowserId } from '../../server/edge/links.ts';
import { reservationModel } from '../../server/reservations/reservation-model.ts';
import type { ReservationRecord } from '../../server/reservations/reservation-model.ts';
import { hashSecret, newId, newToken } from '../../server/secrets/random.ts';
import { ReservationId } from '../../shared/contract/identifiers.ts';
import type { Office } from '../office.ts';
import { channels as names } from './channels.ts';
import type { ChannelKey } from './channels.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Wish {
  readonly channel: ChannelKey;
  readonly name: string;
  readonly phone: string;
  readonly reason: string;
  readonly message: string;
  readonly minutesAgo: number;
  /** On a working day so many days ahead; as soon as possible unless given. */
  readonly at?: { readonly days: number; readonly hour: number };
  readonly missed?: number;
  /** How it ended, minutes after it was left; open unless given. */
  readonly ended?: { readonly how: 'done' | 'cancelled'; readonly after: number };
}

const wishes: readonly Wish[] = [
  {
    channel: 'rooms',
    name: 'Nadia Rahmani',
    phone: '+44 20 7946 0311',
    reason: 'The projector in room 2.14 shows no picture',
    message: 'We have a class there on Thursday.',
    minutesAgo: 130,
    at: { days: 1, hour: 10 },
  },
  {
    channel: 'rooms',
    name: 'Erik Lindqvist',
    phone: '+44 20 7946 0187',
    reason: 'Voice mail in a foreign language',
    message: '',
    minutesAgo: 45,
    at: { days: 2, hour: 14 },
  },
  {
    channel: 'computers',
    name: 'Hannah Vogt',
    phone: '+44 20 7946 0742',
    reason: 'The second screen flickers',
    message: 'Only when the heating is on. I am at my desk until four.',
    minutesAgo: 38,
    missed: 1,
  },
  ...(['Piotr Zielinski', 'Leila Haddad', 'Samuel Adeyemi', 'Aoife Brennan'] as const).map((name, place) => ({
    channel: place % 2 === 0 ? ('mail' as const) : ('rooms' as const),
    name,
    phone: `+44 20 7946 09${place}4`,
    reason: place % 2 === 0 ? 'Calendar on a new telephone' : 'Booking a room for every Monday',
    message: '',
    minutesAgo: (place * 3 + 2) * 24 * 60,
    ended: { how: place === 3 ? ('cancelled' as const) : ('done' as const), after: 90 + place * 40 },
  })),
];

/** Calls that customers have asked for: some open, some made or given up. */
export async function seedReservations({ accounts, channels, connection, organisation, today }: Office): Promise<void> {
  const model = reservationModel(connection);
  await model.createIndexes();
  const [all, { reservationDays }] = [await channels.list(), await organisation.times()];
  const rep = (await accounts.list()).find(({ userId }) => userId === 'tomas');
  const records = wishes.flatMap((wish, slot): ReservationRecord[] => {
    const channel = all.find(({ name }) => name === names[wish.channel].name);
    if (channel === undefined) return [];
    const { name, phone, reason, message, missed = 0, ended } = wish;
    const createdAt = today - wish.minutesAgo * MINUTE_MS;
    const wishedAt = wish.at === undefined ? null : workingHour(today, wish.at.days, wish.at.hour);
    const end =
      ended === undefined
        ? { state: 'open' as const, open: true as const }
        : {
            state: ended.how,
            settledAt: createdAt + ended.after * MINUTE_MS,
            ...(ended.how === 'done' && rep !== undefined ? { settledBy: rep.id } : {}),
          };
    return [
      {
        _id: newId(ReservationId),
        browser: hashSecret(newToken()) as BrowserId,
        channel: channel.id,
        channelName: channel.name,
        ...{ name, email: '', phone, reason, message, createdAt, wishedAt, slot, missed },
        expiresAt: (wishedAt ?? createdAt) + reservationDays * DAY_MS,
        due: false,
        lastMissedAt: missed > 0 ? createdAt + 20 * MINUTE_MS : null,
        ...end,
      },
    ];
  });
  await model.insertMany(records);
}

/** An hour of the working day that is so many days ahead, local time. */
function workingHour(today: number, days: number, hour: number): number {
  const day = new Date(today);
  for (let left = days; left > 0;) {
    day.setDate(day.getDate() + 1);
    if (day.getDay() % 6 !== 0) left -= 1;
  }
  return day.setHours(hour, 0, 0, 0);
}
