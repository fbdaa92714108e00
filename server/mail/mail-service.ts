/** Sending mail: to one person at a time, bounded, and with words for whoever it fails. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { Subject } from '../../shared/contract/mail.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import { Email } from '../../shared/contract/text.ts';
import type { Log } from '../logging/log.ts';
import type { MailLimit, MailSender } from './mail-limit.ts';
import type { MailSettings } from './mail-settings.ts';
import { sendLetter } from './smtp-letter.ts';
import type { Letter } from './smtp-letter.ts';

export interface Mail {
  isSetUp(): Promise<boolean>;
  /**
   * Sends one mail, in the organisation's name, and resolves once the mail server has taken it; that takes 15 seconds at
   * most. `onBehalfOf` is whom it is counted against.
   * @throws AppError `mail-not-set-up`, `mail-failed` (says what to do), `too-many-tries`, `invalid` for an address or a
   * subject of more than one line
   */
  send(letter: Letter & { readonly onBehalfOf: MailSender }): Promise<void>;
}

export interface MailNeeds {
  readonly settings: MailSettings;
  readonly limit: MailLimit;
  readonly organisation: { get(): Promise<Organisation> };
  readonly log: Log;
}

export function createMail({ settings, limit, organisation, log }: MailNeeds): Mail {
  return {
    isSetUp: async () => (await settings.route()) !== undefined,
    async send({ to, subject, text, onBehalfOf }) {
      if (!v.is(Email, to) || !v.is(Subject, subject)) throw new AppError('invalid');
      const route = await settings.route();
      if (route === undefined) throw new AppError('mail-not-set-up');
      limit.take(onBehalfOf);
      const { name } = await organisation.get();
      try {
        await sendLetter(route, name, { to, subject, text });
      } catch (error) {
        const problem = problemOf(error);
        // Neither the address nor what was written: only what the mail server and we have to do with each other.
        log.warn('A mail did not go', { problem });
        throw new AppError('mail-failed', { text: problems[problem], cause: error });
      }
    },
  };
}

type Problem = 'unreachable' | 'sign-in' | 'encryption' | 'address' | 'refused';

const problems: Record<Problem, string> = {
  unreachable:
    'The mail did not go: the mail server does not answer. Copy the text and send it yourself, or tell your administrator.',
  'sign-in':
    'The mail did not go: the mail server does not take the user and password that are set up. Tell your administrator.',
  encryption: 'The mail did not go: the mail server offers no encryption that can be trusted. Tell your administrator.',
  address: 'The mail did not go: the mail server does not know this address. Check it, then send again.',
  refused:
    'The mail did not go: the mail server refused it. Copy the text and send it yourself, or tell your administrator.',
};

const Failed = v.object({ code: v.optional(v.string()), command: v.optional(v.string()) });

/** By the codes that nodemailer gives: https://nodemailer.com/errors */
function problemOf(error: unknown): Problem {
  const { code, command } = v.is(Failed, error) ? error : {};
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return 'sign-in';
    case 'ETLS':
      return 'encryption';
    case 'EENVELOPE':
      return command === 'RCPT TO' || command === undefined ? 'address' : 'refused';
    case 'ECONNECTION':
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EDNS':
    case 'ESOCKET':
      return 'unreachable';
    default:
      return 'refused';
  }
}
