/** The sentences of the web panel's page about mail. */
import type { MailSecurity } from '../../../shared/contract/mail.ts';

const securities: Record<MailSecurity, string> = {
  starttls: 'STARTTLS (usually port 587)',
  tls: 'TLS from the start (usually port 465)',
  plain: 'None: a relay on this machine or in your own network',
};

export const mailTexts = {
  /** In the side, where there is little room. */
  title: 'Mail',
  pageTitle: 'Mail and invitations',
  server: 'Mail server',
  serverHint: 'Reps send customers how to connect, and customers send invitations to your people.',
  byEnvironment: 'The server’s environment has set this (SMTP_URL, SMTP_FROM). Change it there.',
  host: 'Server',
  port: 'Port',
  security: 'Encryption',
  securities,
  user: 'User',
  userHint: 'Leave it empty if the server asks nobody who they are.',
  password: 'Password',
  passwordKept: 'There is one, and it is not shown. Leave the field empty to keep it.',
  passwordHint: 'It is kept encrypted and never shown again.',
  from: 'Mail comes from',
  remove: 'Send no mail any more',
  removing: 'Removing…',
  removed: 'No mail is sent any more. Server and password are forgotten.',
  removeQuestion: 'Send no mail any more?',
  removeText: 'Server, user and password are forgotten. Reps then copy the text and send it themselves.',
  keep: 'Leave it as it is',

  test: 'Try it',
  testHint: 'With what is saved.',
  testTo: 'Send a test mail to',
  testAct: 'Send the test mail',
  testing: 'Sending…',
  tested: (to: string) => `The mail server has taken the test mail to ${to}. See whether it arrives.`,

  desks: 'Help desks',
  desksHint:
    'A shared address for each channel. What customers send there, every rep of the channel can open, also in the extension.',
  deskOf: (channel: string) => `Address of ${channel}`,
  domains: 'Customers may mail',
  domainsHint:
    'Invitations go to addresses of these domains and to the help desks, so that nobody mails strangers in your name.',
  domainsField: 'Domains',
  domainsFieldHint: 'With commas between. Empty: only the help desks.',

  wrong: {
    host: 'Write the name of the mail server, such as mail.example.com, without anything before or behind.',
    port: 'Use a number from 1 to 65535.',
    from: 'This is no e-mail address. It looks like help@example.com.',
    to: 'This is no e-mail address. It looks like name@example.com.',
    desks: 'This is no e-mail address. It looks like desk@example.com. Or leave it empty.',
    domains: 'Write domains such as example.com, with commas between.',
  },
  changes: { server: 'the mail server', desks: 'the help desks', domains: 'whom customers may mail' },
};
