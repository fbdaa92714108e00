import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { CannotStart } from '../../cannot-start.ts';

/** What lies beside the documents: which collections there are, their indexes (extended JSON), and how many documents each file has. */
const manifestSchema = v.object({
  remotehelpExport: v.literal(1),
  exportedAt: v.string(),
  collections: v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1)),
      file: v.pipe(v.string(), v.regex(/^[^/\\]+\.jsonl$/)),
      documents: v.pipe(v.number(), v.integer(), v.minValue(0)),
      indexes: v.array(v.string()),
    }),
  ),
});
export type ExportManifest = v.InferOutput<typeof manifestSchema>;

/** The manifest's file. It is written last: without it an export is not whole. */
export function manifestIn(folder: string): string {
  return join(folder, 'export.json');
}

/** A collection's file: one document a line. */
export function fileNameOf(collection: string): string {
  return `${encodeURIComponent(collection)}.jsonl`;
}

/** @throws CannotStart when the folder holds no whole export */
export function readManifest(folder: string): ExportManifest {
  try {
    return v.parse(manifestSchema, JSON.parse(readFileSync(manifestIn(folder), 'utf8')));
  } catch (cause) {
    throw new CannotStart(
      `${folder} holds no whole export: its export.json cannot be read. Name a folder that npm run data:export has written to its end.`,
      { cause },
    );
  }
}
