import type { Condition } from '../query/condition.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { conjuncts } from '../storage/index-definition.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import type { KeyRange, StoredIndex } from '../storage/stored-index.ts';
import { boundsOf, descendingPoint, descendingRange, intersection, isExactBound } from './bounds.ts';
import type { FieldBounds } from './bounds.ts';
import { hintedIndex, naturalDirection } from './hint.ts';
import { holdsAllMatches } from './holds-matches.ts';

/** A range of keys of which the first `pinnedBytes` are the values that equality demands. */
export type PlannedRange = KeyRange & { pinnedBytes: number };

/** How an index is read. `isMerged`: its ranges are read side by side, to come in one order. */
export type IndexPlan = {
  kind: 'index';
  index: StoredIndex;
  ranges: PlannedRange[];
  backwards: boolean;
  sorted: boolean;
  isMerged: boolean;
  /** Every key of the ranges belongs to a document that matches, so that counting keys counts documents. */
  isExact: boolean;
};

/** How the candidates for a filter are found. Each of them is still checked by the matcher. `sorted`: they come in the order asked for. */
export type Plan =
  | { kind: 'collection'; backwards: boolean; sorted: boolean }
  | IndexPlan
  | { kind: 'union'; branches: IndexPlan[]; sorted: boolean };

/** More ranges than this are not worth a look-up each. */
const maxRanges = 1000;

/**
 * Chooses the index with the most fields pinned by equality, then a range, then the order asked for. Without one, an `$or` of which
 * every branch has an index becomes the union of these; else the whole collection is read.
 * @throws StoreError BadValue when the hint names no index.
 */
export function plan(collection: StoredCollection, filter: Condition, sort: KeyPattern, hint?: unknown): Plan {
  const natural = naturalDirection(hint);
  if (natural !== undefined) return { kind: 'collection', backwards: natural < 0, sorted: sort.length === 0 };
  if (hint !== undefined) return candidate(hintedIndex(collection, hint), filter, boundsOf(filter), sort).plan;
  const best = bestIndex(collection, filter, sort);
  if (best?.isNarrow === true) return best.plan;
  const union = unionPlan(collection, filter, sort);
  if (union !== undefined) return union;
  return best !== undefined && best.score > 0
    ? best.plan
    : { kind: 'collection', backwards: false, sorted: sort.length === 0 };
}

/** `isNarrow`: the filter bounds the keys to be read. */
type Candidate = { plan: IndexPlan; score: number; isNarrow: boolean };

function bestIndex(collection: StoredCollection, filter: Condition, sort: KeyPattern): Candidate | undefined {
  const bounds = boundsOf(filter);
  return collection.indexes
    .filter((index) => holdsAllMatches(index, filter, bounds))
    .map((index) => candidate(index, filter, bounds, sort))
    .reduce<Candidate | undefined>((a, b) => (a === undefined || b.score > a.score ? b : a), undefined);
}

function unionPlan(collection: StoredCollection, filter: Condition, sort: KeyPattern): Plan | undefined {
  const parts = conjuncts(filter);
  for (const part of parts) {
    if (part.kind !== 'any' || part.of.length === 0) continue;
    const others = parts.filter((other) => other !== part);
    const branches = part.of.map((branch) => bestIndex(collection, { kind: 'all', of: [...others, branch] }, []));
    const narrow = branches.flatMap((branch) => (branch?.isNarrow === true ? [branch.plan] : []));
    if (narrow.length === branches.length) return { kind: 'union', branches: narrow, sorted: sort.length === 0 };
  }
  return undefined;
}

function candidate(index: StoredIndex, filter: Condition, bounds: FieldBounds[], sort: KeyPattern): Candidate {
  const { pattern, unique } = index.definition;
  let prefixes: PlannedRange[] = [{ low: Buffer.alloc(0), high: undefined, pinnedBytes: 0 }];
  let pinned = 0;
  let range = 0;
  const usedRoots: string[] = [];
  for (const { path, descending } of pattern) {
    // In a multikey index two paths through one array may be met by different elements, which lie in different keys.
    if (index.isMultikey && usedRoots.includes(path[0] ?? '')) break;
    // A point's range starts with the encoded value itself, so that a further field can stand behind it.
    const field = fieldRanges(bounds, path.join('.'), index.isMultikey);
    if (field === undefined || prefixes.length * field.ranges.length > maxRanges) break;
    const turned = field.points ? descendingPoint : descendingRange;
    const ranges = descending ? field.ranges.map(turned).reverse() : field.ranges;
    prefixes = prefixes.flatMap((prefix) => ranges.map((part) => continued(prefix, part, field.points)));
    usedRoots.push(path[0] ?? '');
    if (!field.points) {
      range = 1;
      break;
    }
    pinned += 1;
  }
  const isSingle = (name: string): boolean =>
    pattern.slice(0, pinned).some((field) => field.name === name) &&
    (fieldRanges(bounds, name, false)?.ranges.length ?? 0) <= 1;
  // Ranges one after the other come in the index's own order; side by side, in the order of what follows the pinned fields.
  const ownDirection = prefixes.length > 1 ? sortDirection(index, () => false, 0, sort) : 0;
  const direction = ownDirection || sortDirection(index, isSingle, pinned, sort);
  const isMerged = sort.length > 0 && ownDirection === 0 && direction !== 0 && prefixes.length > 1;
  const isLookup = unique && pinned === pattern.length && prefixes.length === 1;
  const score = (isLookup ? 1000 : 0) + pinned * 10 + range * 5 + (sort.length > 0 && direction !== 0 ? 6 : 0);
  const used = pattern.slice(0, pinned + range).map(({ name }) => name);
  return {
    score,
    isNarrow: pinned + range > 0,
    plan: {
      kind: 'index',
      index,
      ranges: prefixes,
      backwards: direction < 0,
      sorted: sort.length === 0 || direction !== 0,
      isMerged,
      isExact:
        !index.isMultikey &&
        conjuncts(filter).every((part) => isExactBound(part) && used.includes(part.path.join('.'))),
    },
  };
}

/** A range of one more field behind what is pinned already. */
function continued(prefix: PlannedRange, part: KeyRange, isPoint: boolean): PlannedRange {
  const low = joined(prefix.low, part.low);
  return { low, high: joinedHigh(prefix.low, part.high), pinnedBytes: isPoint ? low.length : prefix.pinnedBytes };
}

/** What the filter says of one field: in a multikey index only one bound may be used, for each may be met by another element. */
function fieldRanges(bounds: FieldBounds[], path: string, isMultikey: boolean): FieldBounds | undefined {
  const ofField = bounds.filter((bound) => bound.path.join('.') === path);
  const first = ofField.find((bound) => bound.points) ?? ofField[0];
  if (first === undefined || isMultikey) return first;
  return ofField.reduce(
    (all, bound) => ({
      path: all.path,
      points: all.points,
      ranges:
        bound === all
          ? all.ranges
          : all.ranges.flatMap((one) => bound.ranges.flatMap((other) => intersection(one, other) ?? [])),
    }),
    first,
  );
}

function joined(prefix: Buffer, part: Buffer): Buffer {
  return prefix.length === 0 ? part : Buffer.concat([prefix, part]);
}

function joinedHigh(prefix: Buffer, part: Buffer | undefined): Buffer | undefined {
  return part === undefined ? undefined : joined(prefix, part);
}

/** 1 when the index yields the order asked for from the field `start` on, -1 when it does read backwards, 0 when it does not. */
function sortDirection(
  index: StoredIndex,
  isPinned: (name: string) => boolean,
  start: number,
  sort: KeyPattern,
): number {
  if (sort.length === 0) return 1;
  if (index.isMultikey) return 0;
  const wanted = sort.filter(({ name }) => !isPinned(name));
  const given = index.definition.pattern.slice(start);
  const [firstWanted] = wanted;
  const [firstGiven] = given;
  if (firstWanted === undefined) return 1;
  const isTurned = firstWanted.descending !== firstGiven?.descending;
  const fits = wanted.every(({ name, descending }, place) => {
    const field = given[place];
    return field !== undefined && field.name === name && (field.descending !== descending) === isTurned;
  });
  return fits ? (isTurned ? -1 : 1) : 0;
}
