import type { Office } from '../office.ts';

/** What customers can choose, by what the demo calls it. */
export const channels = {
  computers: { name: 'Computers and printers', description: 'Something does not start, print or connect' },
  mail: { name: 'E-mail and passwords', description: 'Signing in, mail, calendars' },
  lending: { name: 'Catalogue and lending', description: 'The programs at the counters' },
} as const;
export type ChannelKey = keyof typeof channels;

/** The name of the organisation and its channels. */
export async function seedChannels({ organisation, channels: service }: Office): Promise<void> {
  await organisation.rename('Ostervale City Services');
  for (const { name, description } of Object.values(channels)) {
    const channel = await service.create(name, description);
    // Enough room for somebody who plays the only representative who is there.
    await service.update({ ...channel, numbers: { availableQueue: 4, busyQueue: 4 } });
  }
}
