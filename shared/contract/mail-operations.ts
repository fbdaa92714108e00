/** What the web panel may do about mail, and what a rep may send. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SessionId } from './identifiers.ts';
import { MailSetting, MailState } from './mail.ts';
import { Email } from './text.ts';

const state = v.strictObject({ mail: MailState });

export const adminMailOperations = {
  'mail.get': operation(Nothing, state),
  'mail.update': operation(MailSetting, state),
  /** No mail is sent any more, and the stored password is forgotten. */
  'mail.remove': operation(Nothing, state),
  /** Sends one mail now, and says why if it does not go. */
  'mail.test': operation(v.strictObject({ to: Email }), Nothing),
};

export const repMailOperations = {
  /**
   * Sends how to connect to a session that waits for its customer. `sent: false` when no mail is set up: the text is
   * there to be copied.
   */
  'codes.sendGuide': operation(
    v.strictObject({ session: SessionId, to: Email }),
    v.strictObject({ sent: v.boolean(), subject: v.string(), text: v.string() }),
  ),
};
