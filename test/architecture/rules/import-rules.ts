/** Who may import what. Each rule gives its faults, one line each. */
import { packageOf } from '../source-files.ts';
import type { ImportStatement, SourceFile } from '../source-files.ts';

const programs = ['extension/', 'server/', 'customer-host/'];

/** What the rooms of `shared` may import beside their own files. */
const rooms: readonly {
  readonly folder: string;
  readonly packages: readonly string[];
  readonly rooms: readonly string[];
}[] = [
  { folder: 'shared/contract/', packages: ['valibot'], rooms: [] },
  { folder: 'shared/link/', packages: ['valibot', 'peerjs', 'socket.io-client'], rooms: ['shared/contract/'] },
  { folder: 'shared/ui/', packages: ['preact', '@preact/signals', 'lucide', 'uqr'], rooms: ['shared/contract/'] },
];

/** A program that imports another one. */
export function foreignPrograms(sources: readonly SourceFile[]): string[] {
  return importFaults(sources, ({ file }, { path }) => {
    const own = programs.find((program) => path.startsWith(program)) ?? 'shared/';
    return file !== undefined && programs.some((program) => file.startsWith(program) && program !== own);
  });
}

/** A file of `shared` that leaves its room, uses Node itself, or a package that is not its room's. */
export function roomFaults(sources: readonly SourceFile[]): string[] {
  return importFaults(sources, (statement, { path }) => {
    const room = rooms.find(({ folder }) => path.startsWith(folder));
    if (room === undefined) return path.startsWith('shared/');
    const { file } = statement;
    if (file !== undefined) return ![room.folder, ...room.rooms].some((folder) => file.startsWith(folder));
    return !room.packages.includes(packageOf(statement) ?? '');
  });
}

/** A package that is imported outside its home. */
export function packageFaults(
  sources: readonly SourceFile[],
  packages: readonly string[],
  isHome: (path: string) => boolean,
  typesAnywhere = false,
): string[] {
  return importFaults(
    sources,
    (statement, { path }) =>
      packages.includes(packageOf(statement) ?? '') && !isHome(path) && !(typesAnywhere && statement.isTypeOnly),
  );
}

/** An imported file whose ending is left out. */
export function missingEndings(sources: readonly SourceFile[]): string[] {
  return importFaults(sources, ({ file }) => file !== undefined && !/\.(?:tsx?|css|json|mjs|js|svg)$/.test(file));
}

/**
 * Files that import each other in a ring, as `a.ts → b.ts → a.ts`: when it runs, or, from one feature to another, even by
 * types alone, for then neither can be understood, moved or left out without the other.
 */
export function cycles(sources: readonly SourceFile[]): string[] {
  const graph = (isEdge: (statement: ImportStatement) => boolean) =>
    new Map(
      sources.map(({ path, imports }) => [path, imports.flatMap((each) => (isEdge(each) ? (each.file ?? []) : []))]),
    );
  const atRunTime = findCycles(graph(({ isTypeOnly }) => !isTypeOnly));
  const betweenFeatures = findCycles(graph(() => true)).filter((cycle) => new Set(cycle.map(featureOf)).size > 1);
  return [...new Set([...atRunTime, ...betweenFeatures].map((cycle) => cycle.join(' → ')))];
}

/** `server/queue`: a program and its folder for one subject. */
function featureOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function findCycles(graph: Map<string, string[]>): string[][] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    if (start >= 0 || finished.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function importFaults(
  sources: readonly SourceFile[],
  isFault: (statement: ImportStatement, source: SourceFile) => boolean,
): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((statement) => isFault(statement, source))
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  );
}
