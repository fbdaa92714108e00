import { Readable } from 'node:stream';
import { sharedFileModel } from '../../server/shared-items/shared-file-model.ts';
import { sharedItemModel } from '../../server/shared-items/shared-item-model.ts';
import { createSharedItems } from '../../server/shared-items/shared-item-service.ts';
import type { SharedItemBody } from '../../shared/contract/shared-item.ts';
import type { Office } from '../office.ts';

const folders: readonly { readonly name: string; readonly items: readonly SharedItemBody[] }[] = [
  {
    name: 'Replies',
    items: [
      reply('Greeting', 'hello', 'Hello {customer}, this is {rep}. What do you see on your screen now?'),
      reply(
        'Look at the screen',
        'look',
        'May I look at your screen? Close what is private first. You can stop any time.',
      ),
      reply(
        'Password link',
        'password',
        'I send a link to the address in your staff file. It works once, for an hour.',
      ),
      reply(
        'Suspicious mail',
        'phish',
        'Forward it as an attachment, then delete it. Nobody here ever asks for a password.',
      ),
      reply('Goodbye', 'bye', 'I am glad that it works again, {customer}. Come back any time.'),
    ],
  },
  {
    name: 'Intranet',
    items: [
      { kind: 'favorite', name: 'Printers and their floors', address: 'https://intranet.ostervale.example/printers' },
      { kind: 'favorite', name: 'Open foreign files', address: 'https://intranet.ostervale.example/tools/convert' },
      { kind: 'favorite', name: 'Opening hours of the branches', address: 'https://www.ostervale.example/libraries' },
    ],
  },
  {
    name: 'On the customer’s computer',
    items: [
      { kind: 'program', name: 'Printer settings', path: '/usr/bin/system-config-printer', arguments: '' },
      { kind: 'program', name: 'Sound settings', path: '/usr/bin/pavucontrol', arguments: '--tab=3' },
    ],
  },
];

const file = {
  name: 'Scanner at the counter.txt',
  text: 'Click once into the field for the number, then scan.\nTwo beeps: another window is in front.\n',
};

/** Replies, addresses, programs and a file for all reps. */
export async function seedSharedItems({ connection, today }: Office): Promise<void> {
  const clock = { now: () => today };
  const shared = createSharedItems(sharedItemModel(connection), sharedFileModel(connection), clock);
  for (const { name, items } of folders) {
    const folder = (await shared.add(null, { kind: 'folder', name })).find((each) => each.name === name);
    for (const item of items) await shared.add(folder?.id ?? null, item);
  }
  await shared.addFile(null, file.name, Readable.from([Buffer.from(file.text)]));
}

function reply(name: string, word: string, text: string): SharedItemBody {
  return { kind: 'reply', name, word, text };
}
