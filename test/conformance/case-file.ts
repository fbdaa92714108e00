import { readFileSync } from 'node:fs';
import { EJSON } from 'bson';
import type { Document } from 'mongodb';
import * as v from 'valibot';

const document = v.custom<Document>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const optional = { requirements: v.optional(v.array(document), []) };

const operationSchema = v.object({
  name: v.string(),
  object: v.string(),
  arguments: v.optional(document, {}),
  expectResult: v.optional(v.unknown()),
  expectError: v.optional(document),
  ignoreResultAndError: v.optional(v.boolean(), false),
});

const collectionDataSchema = v.object({
  collectionName: v.string(),
  databaseName: v.string(),
  documents: v.array(document),
});

const expectedEventsSchema = v.object({
  client: v.string(),
  eventType: v.optional(v.string(), 'command'),
  ignoreExtraEvents: v.optional(v.boolean(), false),
  events: v.array(document),
});

const testSchema = v.object({
  description: v.string(),
  runOnRequirements: optional.requirements,
  skipReason: v.optional(v.string()),
  operations: v.array(operationSchema),
  expectEvents: v.optional(v.array(expectedEventsSchema), []),
  outcome: v.optional(v.array(collectionDataSchema), []),
});

const fileSchema = v.object({
  description: v.string(),
  runOnRequirements: optional.requirements,
  createEntities: v.optional(v.array(document), []),
  initialData: v.optional(v.array(collectionDataSchema), []),
  tests: v.array(testSchema),
});

/** A file of MongoDB's unified test format, as far as its CRUD cases use the format. */
export type CaseFile = v.InferOutput<typeof fileSchema>;
export type Case = CaseFile['tests'][number];
export type Operation = Case['operations'][number];
export type CollectionData = v.InferOutput<typeof collectionDataSchema>;

/** Reads a file of cases. @throws Error when it is not in the format. */
export function readCaseFile(path: string): CaseFile {
  return v.parse(fileSchema, EJSON.parse(readFileSync(path, 'utf8'), { relaxed: true }));
}
