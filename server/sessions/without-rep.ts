import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionRecord } from './session-model.ts';

/** What becomes of a session when one of its reps is gone for good. */
export interface WithoutRep {
  /** A guest is out, and an owner's session goes to a guest who is there. Says whether it goes on so. */
  withoutRep(record: SessionRecord, rep: AccountId): Promise<boolean>;
}
