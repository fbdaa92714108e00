import type { Document } from 'mongodb';

/** A projection, and what it leaves of a document. */
export type ProjectionCase = { projection: Document; before: Document; after: Document };

/** For each kind of projection that is served. */
export const projectionCases: Record<string, ProjectionCase> = {
  '{name: 1}': {
    projection: { _id: 0, a: 1, 'b.c': true },
    before: { _id: 1, a: null, b: [{ c: 1, d: 1 }, { d: 1 }, 1], e: 1 },
    after: { a: null, b: [{ c: 1 }, {}] },
  },
  '{name: 0}': {
    projection: { a: 0, 'b.c': false },
    before: { _id: 1, a: 1, b: { c: 1, d: 1 }, e: 1 },
    after: { _id: 1, b: { d: 1 }, e: 1 },
  },
  $slice: {
    projection: { a: { $slice: [1, 2] }, b: { $slice: -1 } },
    before: { _id: 1, a: [1, 2, 3, 4], b: ['x', 'y'] },
    after: { _id: 1, a: [2, 3], b: ['y'] },
  },
  $elemMatch: {
    projection: { a: { $elemMatch: { n: { $gt: 1 } } } },
    before: { _id: 1, a: [{ n: 1 }, { n: 2 }, { n: 3 }], b: 1 },
    after: { _id: 1, a: [{ n: 2 }] },
  },
};
