import { StoreError } from '../errors.ts';
import type { Condition } from '../query/condition.ts';
import type { KeyPattern } from '../query/index-keys.ts';
import { compares } from '../query/matches.ts';
import { conjuncts } from '../storage/index-definition.ts';
import type { StoredCollection } from '../storage/stored-collection.ts';
import type { KeyRange, StoredIndex } from '../storage/stored-index.ts';
import { areEqual } from '../values/compare.ts';
import { isDocument, kindOf } from '../values/kinds.ts';
import type { BsonDocument } from '../values/kinds.ts';
import { boundsOf, descendingPoint, descendingRange, intersection } from './bounds.ts';
import type { FieldBounds } from './bounds.ts';

/** How the candidates for a filter are found. Each of them is still checked by the matcher. `sorted`: they come in the order asked for. */
export type Plan =
  | { kind: 'collection'; backwards: boolean; sorted: boolean }
  | { kind: 'index'; index: StoredIndex; ranges: KeyRange[]; backwards: boolean; sorted: boolean };

/** More ranges than this are not worth a look-up each. */
const maxRanges = 1000;

const wholeIndex: KeyRange = { low: Buffer.alloc(0), high: undefined };

/**
 * Chooses the index with the most fields pinned by equality, then a range, then the order asked for; without any, the whole collection.
 * @throws StoreError BadValue when the hint names no index.
 */
export function plan(collection: StoredCollection, filter: Condition, sort: KeyPattern, hint?: unknown): Plan {
  const natural = naturalDirection(hint);
  if (natural !== undefined) return { kind: 'collection', backwards: natural < 0, sorted: sort.length === 0 };
  const bounds = boundsOf(filter);
  const hinted = hint === undefined ? undefined : hintedIndex(collection, hint);
  const candidates = (hinted === undefined ? collection.indexes : [hinted])
    .filter((index) => hinted !== undefined || holdsAllMatches(index, filter, bounds))
    .map((index) => candidate(index, bounds, sort));
  const best = candidates.reduce<Candidate | undefined>(
    (a, b) => (a === undefined || b.score > a.score ? b : a),
    undefined,
  );
  if (best === undefined || (best.score === 0 && hinted === undefined)) {
    return { kind: 'collection', backwards: false, sorted: sort.length === 0 };
  }
  return best.plan;
}

type Candidate = { plan: Plan; score: number };

function candidate(index: StoredIndex, bounds: FieldBounds[], sort: KeyPattern): Candidate {
  const { pattern, unique } = index.definition;
  let prefixes: KeyRange[] = [{ low: Buffer.alloc(0), high: undefined }];
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
    prefixes = prefixes.flatMap((prefix) =>
      ranges.map((part) => ({ low: joined(prefix.low, part.low), high: joinedHigh(prefix.low, part.high) })),
    );
    usedRoots.push(path[0] ?? '');
    if (!field.points) {
      range = 1;
      break;
    }
    pinned += 1;
  }
  const direction = pinned > 0 && prefixes.length !== 1 ? 0 : sortDirection(index, bounds, pinned, sort);
  const isSorted = sort.length === 0 || direction !== 0;
  const isLookup = unique && pinned === pattern.length && prefixes.length === 1;
  const score = (isLookup ? 1000 : 0) + pinned * 10 + range * 5 + (sort.length > 0 && direction !== 0 ? 6 : 0);
  const ranges = pinned + range === 0 ? [wholeIndex] : prefixes;
  return { score, plan: { kind: 'index', index, ranges, backwards: direction < 0, sorted: isSorted } };
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

/** 1 when the index yields the order asked for, -1 when it does read backwards, 0 when it does not. */
function sortDirection(index: StoredIndex, bounds: FieldBounds[], pinned: number, sort: KeyPattern): number {
  if (sort.length === 0) return 1;
  if (index.isMultikey) return 0;
  const { pattern } = index.definition;
  const isPinned = (name: string): boolean =>
    pattern.slice(0, pinned).some((field) => field.name === name) &&
    (fieldRanges(bounds, name, false)?.ranges.length ?? 0) === 1;
  const wanted = sort.filter(({ name }) => !isPinned(name));
  const given = pattern.slice(pinned);
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

/** Whether every document that meets the filter is in the index, which sparse and partial ones do not promise. */
function holdsAllMatches(index: StoredIndex, filter: Condition, bounds: FieldBounds[]): boolean {
  const { sparse, partialFilter, pattern } = index.definition;
  if (sparse && !pattern.some(({ name }) => isPresent(filter, name, bounds))) return false;
  return partialFilter === undefined || conjuncts(partialFilter).every((part) => implies(filter, part));
}

/** Whether the filter demands a value in the field, for which null does not do: null also matches what is missing. */
function isPresent(filter: Condition, name: string, bounds: FieldBounds[]): boolean {
  const demands = conjuncts(filter).some((part) => part.kind === 'exists' && part.path.join('.') === name);
  const isNullKey = (range: KeyRange): boolean => range.low[0] === 0x14;
  return demands || bounds.some((bound) => bound.path.join('.') === name && !bound.ranges.some(isNullKey));
}

/** Whether meeting the filter means meeting the condition, as far as simple comparisons of one field show it. */
function implies(filter: Condition, condition: Condition): boolean {
  return conjuncts(filter).some((part) => {
    if (!('path' in part) || !('path' in condition) || part.path.join('.') !== condition.path.join('.')) return false;
    if (part.kind === 'exists') return condition.kind === 'exists';
    if (part.kind === 'in' && part.patterns.length === 0)
      return part.values.every((value) => valueImplies(value, condition));
    if (part.kind !== 'compare') return false;
    if (
      condition.kind === 'compare' &&
      part.comparison === condition.comparison &&
      areEqual(part.value, condition.value)
    )
      return true;
    if (part.comparison === '$eq') return valueImplies(part.value, condition);
    if (condition.kind === 'exists') return kindOf(part.value) !== 'null';
    if (condition.kind !== 'compare' || kindOf(condition.value) === 'null') return false;
    const isOneSide = part.comparison.slice(0, 3) === condition.comparison.slice(0, 3);
    return (
      isOneSide && compares(condition.comparison, part.value, condition.value) && !areEqual(part.value, condition.value)
    );
  });
}

function valueImplies(value: unknown, condition: Condition): boolean {
  const kind = kindOf(value);
  if (kind === 'array' || kind === 'null' || kind === 'object') return false;
  if (condition.kind === 'exists') return true;
  if (condition.kind === 'type')
    return condition.names.has(kind) && kind !== 'int' && kind !== 'long' && kind !== 'double' && kind !== 'decimal';
  if (condition.kind === 'in') return condition.values.some((each) => areEqual(each, value));
  return condition.kind === 'compare' && compares(condition.comparison, value, condition.value);
}

function naturalDirection(hint: unknown): number | undefined {
  if (!isDocument(hint) || !('$natural' in hint)) return undefined;
  return areEqual(hint['$natural'], -1) ? -1 : 1;
}

function hintedIndex(collection: StoredCollection, hint: unknown): StoredIndex {
  const isMeant = (key: BsonDocument): boolean =>
    isDocument(hint) && areEqual(Object.entries(key).flat(), Object.entries(hint).flat());
  const index = collection.indexes.find(({ definition }) => definition.name === hint || isMeant(definition.key));
  if (index === undefined) throw new StoreError('BadValue', 'hint provided does not correspond to an existing index');
  return index;
}
