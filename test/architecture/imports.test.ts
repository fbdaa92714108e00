import assert from 'node:assert/strict';
import { faultList, packageOf, readSourceFiles } from './source-files.ts';
import type { ImportStatement, SourceFile } from './source-files.ts';

const programs = ['extension/', 'server/', 'customer-host/'];
const sources = readSourceFiles(['extension', 'server', 'customer-host', 'shared']);

function importFaults(isFault: (statement: ImportStatement, source: SourceFile) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((statement) => isFault(statement, source))
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  );
}

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
];

describe('Imports', () => {
  it('each program uses shared and never another program', () => {
    const faults = importFaults(({ file }, { path }) => {
      const own = programs.find((program) => path.startsWith(program)) ?? 'shared/';
      return file !== undefined && programs.some((program) => file.startsWith(program) && program !== own);
    });
    assert.ok(faults.length === 0, faultList('Move what both need into shared/ and import it from there:', faults));
  });

  it('the contract depends on nothing but valibot', () => {
    const faults = importFaults(
      ({ specifier, file }, { path }) =>
        path.startsWith('shared/contract/') && specifier !== 'valibot' && !file?.startsWith('shared/contract/'),
    );
    assert.ok(
      faults.length === 0,
      faultList('The contract runs in browsers, server and host alike. Keep it to valibot and its own files:', faults),
    );
  });

  for (const { packages, isHome, typesAnywhere = false, advice } of packageHomes) {
    it(`${packages.join(', ')} ${packages.length > 1 ? 'are' : 'is'} imported in one place`, () => {
      const faults = importFaults(
        (statement, { path }) =>
          packages.includes(packageOf(statement) ?? '') && !isHome(path) && !(typesAnywhere && statement.isTypeOnly),
      );
      assert.ok(faults.length === 0, faultList(advice, faults));
    });
  }

  it('every import of a file says its ending', () => {
    const faults = importFaults(({ file }) => file !== undefined && !/\.(?:tsx?|css|json|mjs|js|svg)$/.test(file));
    assert.ok(
      faults.length === 0,
      faultList('Write the ending (.ts, .tsx, …): Node and the tests read it as it stands.', faults),
    );
  });

  it('no file imports itself by way of others', () => {
    const cycles = findCycles(new Map(sources.map((source) => [source.path, runtimeImports(source)])));
    assert.ok(
      cycles.length === 0,
      faultList('Take what both sides need into a file of its own, or hand it in as a parameter:', cycles),
    );
  });
});

function runtimeImports({ imports }: SourceFile): string[] {
  return imports.flatMap(({ file, isTypeOnly }) => (file === undefined || isTypeOnly ? [] : [file]));
}

/** Each cycle once, as `a.ts → b.ts → a.ts`. */
function findCycles(graph: Map<string, string[]>): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
