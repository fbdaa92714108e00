import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';
import { RecordingId } from '../../shared/contract/shell-recording.ts';

/** A fresh id for one thing that this host reports: 128 random bits. */
export function newClientEntryId(): ClientEntryId {
  return v.parse(ClientEntryId, randomBytes(16).toString('base64url'));
}

/** A fresh id for one recording. */
export function newRecordingId(): RecordingId {
  return v.parse(RecordingId, randomBytes(16).toString('base64url'));
}
