/** Hands one letter to a mail server. */
import { createTransport } from 'nodemailer';
import type { MailRoute } from './mail-settings.ts';

/** A mail to one person, in plain text. Both lines were parsed: neither can carry a header of its own. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail server that does not answer is not waited for longer. */
const longestMs = 15_000;

/** Resolves once the mail server has taken the letter. Rejects with nodemailer's error. */
export async function sendLetter(route: MailRoute, sender: string, letter: Letter): Promise<void> {
  const { host, port, security, user, password } = route.server;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    // A relay of this machine offers encryption with a certificate that nobody has signed; there it says nothing.
    ignoreTLS: security === 'plain',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    connectionTimeout: longestMs,
    greetingTimeout: longestMs,
    socketTimeout: longestMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: sender, address: route.from },
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}
