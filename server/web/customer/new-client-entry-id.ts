import * as v from 'valibot';
import { ClientEntryId } from '../../../shared/contract/identifiers.ts';

/** A fresh id for one thing that this page sends: 128 random bits. */
export function newClientEntryId(): ClientEntryId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const base64 = btoa(String.fromCharCode(...bytes));
  return v.parse(ClientEntryId, base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
}
