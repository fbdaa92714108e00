import type { TlsFiles } from './tls-files.ts';

export interface MadeCertificate {
  readonly files: TlsFiles;
  readonly names: readonly string[];
  readonly publicUrl: string | undefined;
  /** Whether the authority was there already, so that whoever trusts it goes on doing so. */
  readonly isKept: boolean;
  /** Last day of the server's certificate. */
  readonly until: string;
  /** SHA-256 of the authority. */
  readonly fingerprint: string;
}

/** What to do with a certificate by an own authority, line by line for a terminal. */
export function trustAdvice({ files, names, publicUrl, isKept, until, fingerprint }: MadeCertificate): string[] {
  const address = publicUrl === undefined ? '#PUBLIC_URL=https://… (the address that people use)' : httpsOf(publicUrl);
  return [
    '',
    `A certificate for ${names.join(', ')} is made, good until ${until}. Run this again before, to renew it.`,
    '',
    '1. These lines belong into the settings of the server: .env, or the file that its service reads. Then restart it.',
    '',
    `     ${address}`,
    `     TLS_CERT=${files.certificate}`,
    `     TLS_KEY=${files.key}`,
    `     TLS_CA=${files.authority}`,
    '',
    ...(isKept
      ? ['2. The authority is the one of before: whoever trusts it has nothing to do.']
      : [
          '2. The authority is new. Every browser that is to use this server must be told to trust it, once:',
          '',
          `     file         ${files.authority}`,
          `     fingerprint  ${fingerprint} (SHA-256; compare it)`,
          '',
          '   Windows            open the file, Install Certificate, place it into “Trusted Root Certification Authorities”',
          '   macOS              open it with Keychain Access, then set it to “Always Trust”',
          '   Chrome on Linux    chrome://certificate-manager, Local certificates, Custom, Trusted Certificates, Import',
          '   Firefox            Settings, Certificates, View Certificates, Authorities, Import, “identify websites”',
          '   iPhone, Android    send the file there and open it; iPhones ask once more under Certificate Trust Settings',
          '',
          '   It can vouch for the names above and for nothing else. Who does not trust it is warned by the browser, and must',
          '   not learn to click such warnings away: for customers whom you do not know, use a public certificate.',
        ]),
    '',
    '3. The program for customers’ computers carries the authority by itself, and trusts no other.',
    '',
    `Only the server's user can read ${files.authorityKey}; keep a copy where no server is.`,
  ];
}

function httpsOf(publicUrl: string): string {
  const url = new URL(publicUrl);
  url.protocol = 'https:';
  return `PUBLIC_URL=${url.origin}`;
}
