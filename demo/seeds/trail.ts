import type { AuditEntry } from '../../server/audit/audit.ts';
import type { Account } from '../../shared/contract/account.ts';
import type { Office } from '../office.ts';
import { workingDays } from './working-days.ts';

const MINUTE_MS = 60_000;
const WEEKS = 5;

interface Act extends Omit<AuditEntry, 'outcome'> {
  readonly at: number;
  readonly outcome?: AuditEntry['outcome'];
}

/** What the audit trail tells of the organisation so far: how it was set up, who signed in, what was tried and refused. */
export async function seedTrail({ accounts, audit, channels, dice, today, turnClock }: Office): Promise<void> {
  const [people, all, days] = [await accounts.list(), await channels.list(), workingDays(today, WEEKS)];
  const maria = people.find(({ role }) => role === 'administrator');
  const [first] = days;
  if (maria === undefined || first === undefined) return;
  const by = (who: Account) => ({ actor: who.id, actorName: named(who) });
  const desk = { ...by(maria), address: '10.20.4.17' };
  const acts: Act[] = [];

  let at = first - 90 * MINUTE_MS;
  const soon = () => (at += dice.between(1, 4) * MINUTE_MS);
  acts.push({ at, actor: 'set-up', action: 'setup.finish', target: maria.id, targetName: named(maria) });
  for (const { id, name } of all) {
    acts.push({ at: soon(), ...desk, action: 'channels.create', target: id, targetName: name });
  }
  for (const person of people.filter(({ id }) => id !== maria.id)) {
    const changes = [{ field: 'role', before: null, after: person.role }];
    acts.push({
      at: soon(),
      ...desk,
      action: 'accounts.create',
      target: person.id,
      targetName: named(person),
      changes,
    });
  }
  for (const [place, day] of days.entries()) {
    for (const person of people.filter((each) => each.channels.length > 0 && dice.happens(0.4))) {
      const address = `10.20.${dice.between(4, 9)}.${dice.between(10, 200)}`;
      const signIn = { ...by(person), action: 'sign-in.extension', address };
      const when = day + dice.between(-9, 14) * MINUTE_MS;
      if (dice.happens(0.12))
        acts.push({ at: when, ...signIn, actor: person.userId, actorName: '', outcome: 'refused' });
      acts.push({ at: when + MINUTE_MS, ...signIn });
    }
    if (place % 7 === 3) acts.push({ at: day + 95 * MINUTE_MS, ...desk, action: 'sign-in.panel' });
  }
  acts.push(...changesOf(desk, { people, channels: all, days }));
  // Each stands over the one before it: in order of time.
  for (const { at: moment, outcome = 'done', ...act } of acts.toSorted((one, other) => one.at - other.at)) {
    turnClock(moment);
    audit.write({ ...act, outcome });
  }
  await audit.settled();
  for (const { id, channels: own } of people.filter((each) => !each.disabled)) {
    turnClock(today - (own.length > 0 ? dice.between(12, 40) : dice.between(1, 4) * 24 * 60) * MINUTE_MS);
    await accounts.seen(id);
  }
}

/** What the administrator has changed over the weeks. */
function changesOf(
  desk: Pick<AuditEntry, 'actor' | 'actorName' | 'address'>,
  { people, channels, days }: { people: Account[]; channels: { id: string; name: string }[]; days: number[] },
): Act[] {
  const lastDay = (back: number, minutes: number) => (days.at(-back) ?? 0) + minutes * MINUTE_MS;
  const lukas = people.find(({ userId }) => userId === 'lukas');
  const rooms = channels.find(({ name }) => name.startsWith('Telephones'));
  const reset = people.find(({ userId }) => userId === 'jonas');
  return [
    ...(lukas === undefined
      ? []
      : [
          {
            at: lastDay(9, 100),
            ...desk,
            action: 'accounts.setDisabled',
            target: lukas.id,
            targetName: named(lukas),
            changes: [{ field: 'disabled', before: 'false', after: 'true' }],
          },
        ]),
    ...(rooms === undefined
      ? []
      : [
          {
            at: lastDay(4, 102),
            ...desk,
            action: 'channels.update',
            target: rooms.id,
            targetName: rooms.name,
            changes: [{ field: 'reservationQueue', before: '20', after: '6' }],
          },
        ]),
    ...(reset === undefined
      ? []
      : [
          {
            at: lastDay(2, 20),
            ...desk,
            action: 'accounts.setPassword',
            target: reset.id,
            targetName: named(reset),
          },
        ]),
    {
      at: lastDay(1, 130),
      ...desk,
      action: 'queueDefaults.update',
      changes: [{ field: 'offerSeconds', before: '30', after: '20' }],
    },
    { at: lastDay(1, 300), actor: 'customer', action: 'codes.guessed', address: '203.0.113.64', outcome: 'refused' },
  ];
}

function named({ fullName, userId }: Account): string {
  return `${fullName} (${userId})`;
}
