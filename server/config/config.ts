/** The server's settings: their one schema, and what follows from them. `.env.example` lists them; a test keeps it in step. */
import { resolve } from 'node:path';
import * as v from 'valibot';
import { logLevels } from '../logging/log.ts';
import { Email } from '../../shared/contract/text.ts';
import { SmtpUrl } from './smtp-url.ts';
import type { MailServer } from './smtp-url.ts';

/** A setting that is empty in the environment counts as not set. */
const text = v.pipe(v.string(), v.trim(), v.minLength(1));

const Port = v.pipe(
  text,
  v.regex(/^[0-9]{1,5}$/, 'must be a port number, 0 to 65535 (0: any free one)'),
  v.transform(Number),
  v.maxValue(65_535, 'must be a port number, 0 to 65535 (0: any free one)'),
);

/** An address that people open, without a path: `https://help.example`. */
const PublicUrl = v.pipe(
  text,
  v.check(isPlainOrigin, 'must be an address without a path, such as https://help.example'),
  v.transform((address) => new URL(address).origin),
);

const MongoUri = v.pipe(text, v.regex(/^mongodb(\+srv)?:\/\/./, 'must begin with mongodb:// or mongodb+srv://'));

const AddressList = v.pipe(
  text,
  v.transform((list) => list.split(',').map((item) => item.trim())),
  v.array(
    v.pipe(v.string(), v.regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?$/, 'must be addresses or ranges such as 10.0.0.0/8')),
  ),
);

const TurnUrl = v.pipe(text, v.regex(/^turns?:\S+$/, 'must begin with turn: or turns:'));

export const settingsSchema = v.object({
  HOST: v.optional(text, '127.0.0.1'),
  PORT: v.optional(Port, '8420'),
  PUBLIC_URL: v.optional(PublicUrl),
  DATA_FOLDER: v.optional(text, './data'),
  MONGODB_URI: v.optional(MongoUri),
  TLS_CERT: v.optional(text),
  TLS_KEY: v.optional(text),
  TLS_CA: v.optional(text),
  TRUSTED_PROXY: v.optional(AddressList),
  TURN_URL: v.optional(TurnUrl),
  TURN_SECRET: v.optional(v.pipe(text, v.minLength(16, 'must have at least 16 characters'))),
  SMTP_URL: v.optional(SmtpUrl),
  SMTP_FROM: v.optional(Email),
  LINK_HOURS: v.optional(
    v.pipe(text, v.regex(/^[1-9][0-9]{0,2}$/, 'must be a number of hours, 1 to 999'), v.transform(Number)),
    '24',
  ),
  EXTENSION_STORE_ID: v.optional(
    v.pipe(text, v.regex(/^[a-p]{32}$/, 'must be the 32 letters by which the Chrome Web Store knows your extension')),
  ),
  PREPARE_HOST: v.optional(v.picklist(['yes', 'no'], 'must be yes or no'), 'yes'),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(', ')}`), 'info'),
});

/** Absolute paths of PEM files. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** The files that settings name, and what must be known to judge them. */
export interface NamedFiles {
  readonly tls: CertificateFiles | undefined;
  readonly authorityFile: string | undefined;
  /** As in {@link ServerConfig}; `undefined` also when it cannot be used. */
  readonly publicUrl: string | undefined;
  /** Whether a reverse proxy stands before the server, which then has a certificate of its own. */
  readonly isBehindProxy: boolean;
}

export interface ServerConfig {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Origin that people use, when it differs from where the server listens. */
  readonly publicUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly mongodbUri: string | undefined;
  /** The system's PATH, where a `mongod` may be found. */
  readonly searchPath: string;
  readonly tls: CertificateFiles | undefined;
  /**
   * PEM file of the authority behind the public https address when it is not one that everybody knows: the customer host
   * then trusts it and no other. Absolute path.
   */
  readonly authorityFile: string | undefined;
  /** Addresses and ranges whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly turn: { readonly url: string; readonly secret: string } | undefined;
  /** The mail server and the address that mail comes from. Without them the web panel may set mail up. */
  readonly mail: { readonly server: MailServer; readonly from: string } | undefined;
  /** For how long a connection link works, in milliseconds. */
  readonly linkLifeMs: number;
  /** The id that the Chrome Web Store gave to the organisation's own entry of the extension. */
  readonly extensionStoreId: string | undefined;
  /** Whether the customer host is prepared after the start. Without it there is chat, and no screens. */
  readonly preparesHost: boolean;
  readonly logLevel: (typeof logLevels)[number];
}

/** Settings that cannot be used; `problems` has one sentence for each of them. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the settings. Relative paths are taken from `folder`; `problemsOf` looks at the files that are named, also when
 * other settings are wrong, so that one list has all.
 * @throws {ConfigError} with everything that is wrong, in one list
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
  problemsOf: (files: NamedFiles) => readonly string[] = () => [],
): ServerConfig {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.entries)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const settings = v.safeParse(settingsSchema, given);
  const files = namedFiles(given, folder);
  const problems = [
    ...(settings.issues ?? []).map((issue) => `${String(issue.path?.[0].key)} ${issue.message}`),
    ...bothOrNone(given, 'TLS_CERT', 'TLS_KEY'),
    ...bothOrNone(given, 'TURN_URL', 'TURN_SECRET'),
    ...bothOrNone(given, 'SMTP_URL', 'SMTP_FROM'),
    ...problemsOf(files),
  ];
  if (!settings.success || problems.length > 0) throw new ConfigError(problems);
  const { output } = settings;
  return {
    host: output.HOST,
    port: output.PORT,
    publicUrl: output.PUBLIC_URL,
    dataFolder: resolve(folder, output.DATA_FOLDER),
    mongodbUri: output.MONGODB_URI,
    searchPath: environment['PATH'] ?? '',
    tls: files.tls,
    authorityFile: files.authorityFile,
    trustedProxies: output.TRUSTED_PROXY ?? [],
    turn:
      output.TURN_URL !== undefined && output.TURN_SECRET !== undefined
        ? { url: output.TURN_URL, secret: output.TURN_SECRET }
        : undefined,
    mail:
      output.SMTP_URL !== undefined && output.SMTP_FROM !== undefined
        ? { server: output.SMTP_URL, from: output.SMTP_FROM }
        : undefined,
    linkLifeMs: output.LINK_HOURS * 3_600_000,
    extensionStoreId: output.EXTENSION_STORE_ID,
    preparesHost: output.PREPARE_HOST === 'yes',
    logLevel: output.LOG_LEVEL,
  };
}

function namedFiles(given: Readonly<Record<string, string | undefined>>, folder: string): NamedFiles {
  const file = (name: string) => (given[name] === undefined ? undefined : resolve(folder, given[name]));
  const [certFile, keyFile] = [file('TLS_CERT'), file('TLS_KEY')];
  const publicUrl = v.safeParse(PublicUrl, given['PUBLIC_URL']);
  return {
    tls: certFile === undefined || keyFile === undefined ? undefined : { certFile, keyFile },
    authorityFile: file('TLS_CA'),
    publicUrl: publicUrl.success ? publicUrl.output : undefined,
    isBehindProxy: given['TRUSTED_PROXY'] !== undefined,
  };
}

function bothOrNone(given: Readonly<Record<string, unknown>>, one: string, other: string): string[] {
  const has = (name: string) => given[name] !== undefined;
  if (has(one) === has(other)) return [];
  return [has(one) ? `${other} must be set because ${one} is` : `${one} must be set because ${other} is`];
}

function isPlainOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  );
}
