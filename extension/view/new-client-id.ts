import * as v from 'valibot';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';

/** A fresh id for something that will be appended to a log: 128 random bits in base64url. */
export function newClientId(): ClientEntryId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const base64 = btoa(String.fromCharCode(...bytes));
  return v.parse(ClientEntryId, base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
}
