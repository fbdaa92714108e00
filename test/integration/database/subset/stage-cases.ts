import { Double, Int32, Long } from 'bson';
import type { Document } from 'mongodb';

/** A pipeline, and what it makes of documents. `$lookup` finds them again in the collection called `<own name>`. */
export type StageCase = { pipeline: (own: string) => Document[]; documents: Document[]; results: Document[] };

const int = (value: number): Int32 => new Int32(value);
const people = [
  { _id: int(1), name: 'Ada', age: int(36), tags: ['a', 'b'] },
  { _id: int(2), name: 'Bob', age: new Double(41), tags: [] },
  { _id: int(3), name: 'Cem', age: Long.fromNumber(36) },
];
const only = (...names: string[]): Document[] =>
  people.filter(({ name }) => names.includes(name)).map(({ _id, name }) => ({ _id, name }));
const names = { $project: { name: 1 } };

/** For each stage that is served. */
export const stageCases: Record<string, StageCase> = {
  $match: { pipeline: () => [names, { $match: { name: 'Bob' } }], documents: people, results: only('Bob') },
  $sort: {
    pipeline: () => [{ $addFields: { x: 1 } }, { $sort: { age: -1, name: -1 } }, names],
    documents: people,
    results: [...only('Bob'), ...only('Cem'), ...only('Ada')],
  },
  $skip: { pipeline: () => [names, { $skip: 2 }], documents: people, results: only('Cem') },
  $limit: { pipeline: () => [names, { $limit: 1 }], documents: people, results: only('Ada') },
  $count: { pipeline: () => [{ $match: { age: 36 } }, { $count: 'n' }], documents: people, results: [{ n: int(2) }] },
  $unwind: {
    pipeline: () => [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
      { $project: { _id: 0, tags: 1, at: 1 } },
    ],
    documents: people,
    results: [{ tags: 'a', at: Long.fromNumber(0) }, { tags: 'b', at: Long.fromNumber(1) }, { at: null }, { at: null }],
  },
  $lookup: {
    pipeline: (own) => [
      { $match: { _id: 1 } },
      { $lookup: { from: own, localField: 'age', foreignField: 'age', as: 'same' } },
      { $project: { 'same.name': 1 } },
    ],
    documents: people,
    results: [{ _id: int(1), same: [{ name: 'Ada' }, { name: 'Cem' }] }],
  },
  $facet: {
    pipeline: () => [{ $facet: { first: [{ $limit: 1 }, names], n: [{ $count: 'n' }] } }],
    documents: people,
    results: [{ first: only('Ada'), n: [{ n: int(3) }] }],
  },
  $group: {
    pipeline: () => [{ $group: { _id: '$age', names: { $push: '$name' } } }, { $sort: { _id: 1 } }],
    documents: people,
    results: [
      { _id: int(36), names: ['Ada', 'Cem'] },
      { _id: new Double(41), names: ['Bob'] },
    ],
  },
  $sortByCount: {
    pipeline: () => [{ $sortByCount: '$age' }],
    documents: people,
    results: [
      { _id: int(36), count: int(2) },
      { _id: new Double(41), count: int(1) },
    ],
  },
  $bucket: {
    pipeline: () => [
      { $bucket: { groupBy: '$age', boundaries: [0, 40], default: 'older', output: { n: { $sum: 1 } } } },
    ],
    documents: people,
    results: [
      { _id: int(0), n: int(2) },
      { _id: 'older', n: int(1) },
    ],
  },
  $project: {
    pipeline: () => [{ $project: { _id: 0, age: 1, 'who.is': '$name', tags: { $size: { $ifNull: ['$tags', []] } } } }],
    documents: people.slice(1, 2),
    results: [{ age: new Double(41), who: { is: 'Bob' }, tags: int(0) }],
  },
  $addFields: {
    pipeline: () => [{ $addFields: { 'more.age': { $add: ['$age', 1] } } }, { $project: { age: 1, more: 1 } }],
    documents: people.slice(1),
    results: [
      { _id: int(2), age: new Double(41), more: { age: new Double(42) } },
      { _id: int(3), age: Long.fromNumber(36), more: { age: Long.fromNumber(37) } },
    ],
  },
  $set: {
    pipeline: () => [{ $set: { name: { $toUpper: '$name' }, age: '$$REMOVE', tags: '$$REMOVE' } }],
    documents: people.slice(0, 1),
    results: [{ _id: int(1), name: 'ADA' }],
  },
  $unset: { pipeline: () => [{ $unset: ['age', 'tags'] }], documents: people, results: only('Ada', 'Bob', 'Cem') },
  $replaceRoot: {
    pipeline: () => [{ $replaceRoot: { newRoot: { who: '$name' } } }],
    documents: people.slice(0, 1),
    results: [{ who: 'Ada' }],
  },
  $replaceWith: {
    pipeline: () => [{ $replaceWith: { $mergeObjects: [{ age: int(0), x: int(1) }, '$$ROOT'] } }, { $unset: 'tags' }],
    documents: people.slice(2),
    results: [{ age: Long.fromNumber(36), x: int(1), _id: int(3), name: 'Cem' }],
  },
};
