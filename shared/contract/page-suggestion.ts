/** Pages that a rep suggests and a customer opens, or not. */
import * as v from 'valibot';
import { operation } from './contract.ts';
import { ClientEntryId, SessionId } from './identifiers.ts';
import { EntrySeq, LogEntry } from './session-log.ts';
import { SuggestedAddress } from './web-address.ts';

const written = v.strictObject({ entry: LogEntry });

export const repPageOperations = {
  /** The customer's page asks whether to open it. A newer suggestion takes the place of one without an answer. */
  'pages.suggest': operation(
    v.strictObject({ session: SessionId, clientId: ClientEntryId, address: SuggestedAddress }),
    written,
  ),
};

export const customerPageOperations = {
  /** The answer to the suggestion that stands at `page` in the log. */
  'pages.answer': operation(
    v.strictObject({
      session: SessionId,
      clientId: ClientEntryId,
      page: EntrySeq,
      answer: v.picklist(['opened', 'declined']),
    }),
    written,
  ),
};
