import assert from 'node:assert/strict';
import { cycles, foreignPrograms, missingEndings, packageFaults, roomFaults } from './rules/import-rules.ts';
import { faultList, readSourceFiles } from './source-files.ts';

const sources = readSourceFiles(['extension', 'server', 'customer-host', 'shared']);
const everything = [...sources, ...readSourceFiles(['demo', 'test', 'scripts'], ['.ts', '.tsx', '.mjs'])];

/** The files directly in server/, which hand the parts to each other. */
function putsTheServerTogether(path: string): boolean {
  return /^server\/[^/]+\.ts$/.test(path);
}

/** Which places may import a package. Everybody else goes through what those files offer. */
const packageHomes: {
  packages: string[];
  isHome: (path: string) => boolean;
  /** Types vanish when the program is built; of these packages they may be named anywhere. */
  typesAnywhere?: boolean;
  advice: string;
}[] = [
  {
    packages: ['express', 'socket.io'],
    isHome: (path) => path.startsWith('server/edge/') || putsTheServerTogether(path),
    advice:
      'Express and Socket.IO stay at the edge, so that features can be tested without a network. Put the route or socket into server/edge and hand plain values on:',
  },
  {
    packages: ['mongoose', 'mongodb', 'bson'],
    isHome: (path) =>
      ['server/database/', 'server/documents/'].some((home) => path.startsWith(home)) ||
      /^server\/.*-model\.ts$/.test(path) ||
      putsTheServerTogether(path),
    typesAnywhere: true,
    advice:
      'Only models know the database. Move the query into the feature’s …-model.ts and give it a name that says what it asks:',
  },
  {
    packages: ['webextension-polyfill'],
    isHome: (path) => path.startsWith('extension/platform/'),
    advice:
      'Browser interfaces stay in extension/platform, where tests replace them. Add the call there and import that:',
  },
  {
    packages: ['peerjs'],
    isHome: (path) => path.startsWith('shared/link/'),
    advice: 'PeerJS stays in shared/link. Use the link that it offers, or widen it there:',
  },
  {
    packages: ['koffi'],
    isHome: (path) => path.startsWith('customer-host/native/') || path.startsWith('customer-host/windows/'),
    advice:
      'Native calls stay in customer-host/native and customer-host/windows. Declare the function there and import it:',
  },
  {
    packages: ['@lydell/node-pty'],
    isHome: (path) => path === 'customer-host/tools/shell/pseudo-terminal.ts',
    advice: 'Terminals are opened in one place, which loads the package only when somebody uses a shell. Take that:',
  },
  {
    packages: ['@xterm/xterm', '@xterm/addon-fit', '@xterm/addon-search'],
    isHome: (path) =>
      ['extension/host-tools/shell/', 'server/web/admin/sessions/recordings/'].some((home) => path.startsWith(home)),
    advice: 'xterm.js is large, and is loaded by whoever draws a terminal. Use what those folders offer:',
  },
];

describe('Imports', () => {
  const holds = (title: string, advice: string, find: () => string[]) =>
    it(title, () => {
      const faults = find();
      assert.ok(faults.length === 0, faultList(advice, faults));
    });

  holds(
    'each program uses shared and never another program',
    'Move what both need into shared/ and import it from there:',
    () => foreignPrograms(sources),
  );

  holds(
    'each room of shared depends on nothing but what it is for, the contract on nothing but valibot',
    'Shared code runs in browsers, server and host alike. Keep it to the packages of its room (rules/import-rules.ts):',
    () => roomFaults(sources),
  );

  for (const { packages, isHome, typesAnywhere, advice } of packageHomes) {
    holds(`${packages.join(', ')} ${packages.length > 1 ? 'are' : 'is'} imported in one place`, advice, () =>
      packageFaults(sources, packages, isHome, typesAnywhere),
    );
  }

  holds(
    'every import of a file says its ending',
    'Write the ending (.ts, .tsx, …): Node and the tests read it as it stands.',
    () => missingEndings(everything),
  );

  holds(
    'no file imports itself by way of others, and no two features need each other even for types',
    'Take what both sides need into a file of its own, or hand it in as a parameter:',
    () => cycles(everything),
  );
});
