/** A real mail server that takes everything and keeps it, or refuses as it is told. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One mail as it came over the line. */
export interface ReceivedMail {
  readonly from: string;
  /** Everybody whom the envelope names. */
  readonly to: readonly string[];
  readonly headers: string;
  /** The text, decoded. */
  readonly text: string;
}

export interface MailBox {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** The next mail (that fits), past or to come. */
  mail(fits?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  /** How often somebody has said their user and password, and which. */
  readonly signIns: readonly { readonly user: string; readonly password: string }[];
  stop(): Promise<void>;
}

const withinMs = 10_000;

/** Listens on this machine. `user` and `password`: what it wants to be shown. Refuses addresses that begin with `nobody@`. */
export async function startMailBox(wanted?: { readonly user: string; readonly password: string }): Promise<MailBox> {
  const mails: ReceivedMail[] = [];
  const signIns: { user: string; password: string }[] = [];
  const listeners = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: wanted === undefined,
    allowInsecureAuth: true,
    onAuth(given, _session, done) {
      const { username, password } = { username: given.username ?? '', password: given.password ?? '' };
      signIns.push({ user: username, password });
      const isRight = username === wanted?.user && password === wanted.password;
      if (isRight) done(null, { user: username });
      else done(new Error('Wrong user or password'));
    },
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('nobody@') ? new Error('No such person here') : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), ...readMail(Buffer.concat(parts).toString()) });
        for (const listener of listeners) listener();
        done();
      });
    },
  });
  server.on('error', () => {
    // A client that hung up: what came of it is the test's to say.
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    signIns,
    mail: (fits = () => true) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`No such mail came within ${withinMs} ms: ${JSON.stringify(mails)}`));
        }, withinMs);
        const look = () => {
          const found = mails.find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(raw: string): Pick<ReceivedMail, 'headers' | 'text'> {
  const [headers = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const encoding = /^content-transfer-encoding: (\S+)/im.exec(headers)?.[1]?.toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : body;
  return { headers: headers.replaceAll(/\r\n[ \t]/g, ' '), text: text.replaceAll('\r\n', '\n') };
}

function fromQuotedPrintable(body: string): string {
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
