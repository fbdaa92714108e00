/** Where mail goes, as `SMTP_URL` says it. */
import * as v from 'valibot';
import { MailHost } from '../../shared/contract/mail.ts';
import type { MailSecurity } from '../../shared/contract/mail.ts';

/** A mail server and how to speak to it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Empty when the server asks nobody who they are. */
  readonly user: string;
  readonly password: string;
}

const words = 'must be an address such as smtps://user:password@mail.example:465';

/** `smtps://` or `smtp://`, with user and password percent-encoded. A password never goes unencrypted to another machine. */
export const SmtpUrl = v.pipe(
  v.string(),
  v.trim(),
  v.rawTransform<string, MailServer>(({ dataset, addIssue, NEVER }) => {
    const server = readSmtpUrl(dataset.value);
    if (server !== undefined) return server;
    // The address itself may hold a password, and what is wrong with the settings is printed.
    addIssue({ message: words });
    return NEVER;
  }),
);

function readSmtpUrl(address: string): MailServer | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [host, user, password] = [url.hostname.replace(/^\[|\]$/g, ''), decoded(url.username), decoded(url.password)];
  const isSmtp = url.protocol === 'smtp:' || url.protocol === 'smtps:';
  const isBare = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
  if (!isSmtp || !isBare || !v.is(MailHost, host) || user === undefined || password === undefined) return undefined;
  const security = url.protocol === 'smtps:' ? 'tls' : user === '' || isThisMachine(host) ? 'plain' : 'starttls';
  const usual = { tls: 465, starttls: 587, plain: 25 }[security];
  return { host, port: url.port === '' ? usual : Number(url.port), security, user, password };
}

/** Whether a mail server runs on this machine, where nobody listens on the way. */
export function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A `%` that begins nothing: the address is not of the form that we take.
    return undefined;
  }
}
