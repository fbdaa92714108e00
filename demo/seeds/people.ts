import { randomBytes } from 'node:crypto';
import type { Role } from '../../shared/contract/account.ts';
import type { Office } from '../office.ts';
import { channels as names } from './channels.ts';
import type { ChannelKey } from './channels.ts';
import { seedGroups } from './groups.ts';
import type { GroupKey } from './groups.ts';
import { FACES, portrait } from './portrait.ts';

interface Colleague {
  readonly userId: string;
  readonly fullName: string;
  readonly role: Role;
  /** All unless given. */
  readonly channels?: readonly ChannelKey[];
  /** Where they stand; nowhere unless given. */
  readonly group?: GroupKey;
  /** Whom they look after. */
  readonly leads?: readonly GroupKey[];
  /** Has left the organisation: their account is switched off. */
  readonly hasLeft?: true;
}

const colleagues: readonly Colleague[] = [
  { userId: 'maria', fullName: 'Maria Okafor', role: 'administrator', channels: [] },
  { userId: 'ines', fullName: 'Ines Halvorsen', role: 'team-lead', group: 'desk', leads: ['desk'] },
  { userId: 'ana', fullName: 'Ana Petrescu', role: 'representative', group: 'firstLine' },
  {
    userId: 'tomas',
    fullName: 'Tomás Ferreira',
    role: 'representative',
    channels: ['computers', 'mail', 'rooms'],
    group: 'firstLine',
  },
  {
    userId: 'grace',
    fullName: 'Grace Liu',
    role: 'representative',
    channels: ['mail', 'lending'],
    group: 'applications',
  },
  { userId: 'jonas', fullName: 'Jonas Weber', role: 'representative', channels: ['computers'], group: 'firstLine' },
  { userId: 'noor', fullName: 'Noor Bakker', role: 'team-lead', channels: [], group: 'branches', leads: ['libraries'] },
  { userId: 'lukas', fullName: 'Lukas Brandt', role: 'representative', channels: [], group: 'branches', hasLeft: true },
];

/** Groups, and accounts with faces and random passwords. */
export async function seedPeople(office: Office): Promise<void> {
  const { accounts, channels, passwords } = office;
  const groups = await seedGroups(office);
  const all = await channels.list();

  async function make(colleague: Colleague, place: number) {
    const { userId, fullName, role, group, leads = [], hasLeft } = colleague;
    const password = randomBytes(12).toString('base64url');
    const { id } = await accounts.create({
      userId,
      fullName,
      displayName: fullName,
      email: `${userId}@ostervale.example`,
      role,
      password,
      group: group === undefined ? null : groups[group],
      leads: leads.map((key) => groups[key]),
      channels: all
        .filter(({ name }) => colleague.channels?.some((key) => names[key].name === name) ?? true)
        .map(({ id: channel }) => channel),
    });
    if (place < FACES) await accounts.setPicture(id, portrait(place));
    if (hasLeft === true) await accounts.setDisabled(id, true);
    passwords.set(userId, password);
  }

  // Hashing a password takes long on purpose: the line of them lets two through at once.
  await Promise.all(colleagues.map(make));
}
