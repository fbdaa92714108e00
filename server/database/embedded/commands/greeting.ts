import { Int32 } from 'bson';

import { maxDocumentBytes } from '../values/codec.ts';
import { maxMessageBytes } from '../wire/message.ts';
import type { Command } from './command.ts';

/**
 * Answers as a standalone mongod. Wire version 21 (MongoDB 7.0): from 25 on drivers send `bulkWrite`. There is no topologyVersion,
 * which would bring long-polling greetings.
 */
export const hello: Command = (context) => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: maxDocumentBytes,
  maxMessageSizeBytes: maxMessageBytes,
  maxWriteBatchSize: new Int32(100_000),
  localTime: context.now(),
  logicalSessionTimeoutMinutes: new Int32(30),
  connectionId: new Int32(1),
  minWireVersion: new Int32(0),
  maxWireVersion: new Int32(21),
  readOnly: false,
});

/** Says that it is there. */
export const ping: Command = () => ({});

/** Names the version of MongoDB whose behaviour is followed. */
export const buildInfo: Command = () => ({
  version: '7.0.0',
  versionArray: [7, 0, 0, 0],
  gitVersion: 'remotehelp-embedded',
  modules: ['remotehelp-embedded'],
  bits: new Int32(64),
  debug: false,
  maxBsonObjectSize: maxDocumentBytes,
});

/** Sessions carry nothing here, so there is nothing to end. */
export const endSessions: Command = () => ({});
