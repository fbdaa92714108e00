import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { CommandStartedEvent, Document, MongoClient } from 'mongodb';
import type { Case, CaseFile, CollectionData, Operation } from './case-file.ts';
import { NotHere, makeEntities } from './entities.ts';
import type { Entities } from './entities.ts';
import { Mismatch, matchValue } from './matching.ts';
import { bulkResult, runOperation } from './operations.ts';
import { whyNotRequired } from './requirements.ts';

/**
 * `refused`: the store refused by name what it does not serve. `driver`: the driver behaves otherwise than the case wants, on whatever
 * server; results and stored documents were right.
 */
export type Result = 'pass' | 'fail' | 'refused' | 'driver' | 'left out';

/** How a case ended, and why when it did not pass. */
export type Outcome = { file: string; title: string; result: Result; reason: string };

/** The driver sent another command than the case expects. */
class OtherCommand extends Mismatch {}

/** What the driver does differently, seen in its source and not from its commands. */
const driverHabits = [
  { file: 'create-null-ids', reason: 'the driver replaces an _id of null by an ObjectId before it sends the document' },
];

const notImplemented = 238;

/** Where cases run: the store's address, a client to prepare and look with, and the version that the store says it has. */
export type Place = { uri: string; client: MongoClient; version: string };

/** Runs one case on the store. */
export async function runCase(place: Place, file: CaseFile, test: Case): Promise<Outcome> {
  const outcome = (result: Result, reason = ''): Outcome => ({
    file: file.description,
    title: test.description,
    result,
    reason,
  });
  const required = [file.runOnRequirements, test.runOnRequirements].filter((each) => each.length > 0);
  const known = driverHabits.find(({ file: name }) => name === file.description);
  if (known !== undefined) return outcome('driver', known.reason);
  const notRequired = required
    .map((each) => whyNotRequired(each, place.version))
    .find((reason) => reason !== undefined);
  if (notRequired !== undefined) return outcome('left out', notRequired);
  if (test.skipReason !== undefined) return outcome('left out', `left out by its authors: ${test.skipReason}`);
  let entities: Entities | undefined;
  try {
    entities = await makeEntities(place.uri, file.createEntities);
    for (const data of file.initialData) await prepare(place.client, data);
    for (const operation of test.operations) await runAndCheck(entities, operation);
    for (const data of test.outcome) await checkData(place.client, data);
    checkEvents(entities, test);
    return outcome('pass');
  } catch (cause) {
    if (cause instanceof NotHere) return outcome('left out', cause.message);
    if (cause instanceof OtherCommand) return outcome('driver', cause.message);
    if (cause instanceof MongoServerError && cause.code === notImplemented) return outcome('refused', cause.message);
    return outcome('fail', cause instanceof Error ? cause.message : String(cause));
  } finally {
    await entities?.close();
  }
}

async function prepare(
  client: MongoClient,
  { databaseName, collectionName, documents }: CollectionData,
): Promise<void> {
  const database = client.db(databaseName);
  await database.collection(collectionName).drop();
  await database.createCollection(collectionName);
  if (documents.length > 0) await database.collection(collectionName).insertMany(documents);
}

async function checkData(
  client: MongoClient,
  { databaseName, collectionName, documents }: CollectionData,
): Promise<void> {
  const stored = await client.db(databaseName).collection(collectionName).find().sort({ _id: 1 }).toArray();
  matchValue(documents, stored, 'stored', false);
}

async function runAndCheck(entities: Entities, operation: Operation): Promise<void> {
  const { expectError: expected, expectResult, ignoreResultAndError } = operation;
  let result: unknown;
  try {
    result = await runOperation(entities, operation);
  } catch (cause) {
    const isRefusal = cause instanceof MongoServerError && cause.code === notImplemented;
    if (cause instanceof NotHere || isRefusal || expected === undefined) throw cause;
    checkError(expected, cause);
    return;
  }
  if (expected !== undefined) throw new Mismatch(`${operation.name}: an error was expected, and none came`);
  if (expectResult !== undefined && !ignoreResultAndError) matchValue(expectResult, result, operation.name);
}

function checkError(expected: Document, cause: unknown): void {
  if (!(cause instanceof Error)) throw cause;
  const isOfServer = cause instanceof MongoServerError;
  if (expected['isClientError'] !== undefined && expected['isClientError'] === isOfServer)
    throw new Mismatch(`the error came from the ${isOfServer ? 'server' : 'driver'}: ${cause.message}`);
  const contained: unknown = expected['errorContains'];
  if (typeof contained === 'string' && !cause.message.toLowerCase().includes(contained.toLowerCase()))
    throw new Mismatch(`the error says '${cause.message}' instead of '${contained}'`);
  if (expected['errorCode'] !== undefined)
    matchValue(expected['errorCode'], isOfServer ? cause.code : undefined, 'errorCode');
  if (expected['errorCodeName'] !== undefined)
    matchValue(expected['errorCodeName'], isOfServer ? cause.codeName : undefined, 'errorCodeName');
  if (expected['errorResponse'] !== undefined)
    matchValue(expected['errorResponse'], isOfServer ? cause.errorResponse : undefined, 'errorResponse');
  if (expected['expectResult'] !== undefined && cause instanceof MongoBulkWriteError)
    matchValue(expected['expectResult'], bulkResult(cause.result), 'partial result');
}

function checkEvents(entities: Entities, test: Case): void {
  for (const { client, eventType, events, ignoreExtraEvents } of test.expectEvents) {
    if (eventType !== 'command') throw new NotHere(`the runner watches no ${eventType} events`);
    const expected = events.flatMap((event) =>
      'commandStartedEvent' in event ? [event['commandStartedEvent'] as Document] : [],
    );
    const actual = entities.started.get(client) ?? [];
    if (actual.length < expected.length || (actual.length > expected.length && !ignoreExtraEvents))
      throw new Mismatch(`${expected.length} commands were expected, and ${actual.length} sent`);
    for (const [place, event] of expected.entries()) checkCommand(event, actual[place]);
  }
}

function checkCommand(expected: Document, actual: CommandStartedEvent | undefined): void {
  const { command, commandName, databaseName }: Document = expected;
  if (commandName !== undefined) matchValue(commandName, actual?.commandName, 'commandName');
  if (databaseName !== undefined) matchValue(databaseName, actual?.databaseName, 'databaseName');
  try {
    if (command !== undefined) matchValue(command, { ...actual?.command }, 'command');
  } catch (cause) {
    throw cause instanceof Mismatch ? new OtherCommand(cause.message, { cause }) : cause;
  }
}
