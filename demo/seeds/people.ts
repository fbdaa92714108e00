import { randomBytes } from 'node:crypto';
import type { Role } from '../../shared/contract/account.ts';
import type { Office } from '../office.ts';
import { channels as names } from './channels.ts';
import type { ChannelKey } from './channels.ts';
import { portrait } from './portrait.ts';

interface Colleague {
  readonly userId: string;
  readonly fullName: string;
  readonly role: Role;
  /** All unless given. */
  readonly channels?: readonly ChannelKey[];
}

const colleagues: readonly Colleague[] = [
  { userId: 'maria', fullName: 'Maria Okafor', role: 'administrator', channels: [] },
  { userId: 'ines', fullName: 'Ines Halvorsen', role: 'team-lead' },
  { userId: 'ana', fullName: 'Ana Petrescu', role: 'representative' },
  { userId: 'tomas', fullName: 'Tomás Ferreira', role: 'representative', channels: ['computers', 'mail'] },
  { userId: 'grace', fullName: 'Grace Liu', role: 'representative', channels: ['mail', 'lending'] },
  { userId: 'jonas', fullName: 'Jonas Weber', role: 'representative', channels: ['computers'] },
];

/** Accounts with faces and random passwords. */
export async function seedPeople({ accounts, channels, passwords }: Office): Promise<void> {
  const all = await channels.list();
  for (const [place, colleague] of colleagues.entries()) {
    const { userId, fullName, role } = colleague;
    const password = randomBytes(12).toString('base64url');
    const { id } = await accounts.create({
      userId,
      fullName,
      displayName: fullName,
      email: `${userId}@ostervale.example`,
      role,
      password,
      channels: all
        .filter(({ name }) => colleague.channels?.some((key) => names[key].name === name) ?? true)
        .map(({ id }) => id),
    });
    await accounts.setPicture(id, portrait(place));
    passwords.set(userId, password);
  }
}
