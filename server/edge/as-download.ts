/** How whatever somebody uploaded leaves the server: saved, and never shown or run in the server's name. */
import type { Response } from 'express';

/** For a name of any letters and any length. `no-store`: it is fetched with a secret, or by a sign-in. */
export function asDownload(response: Response, name: string, bytes: number): void {
  response.set({
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': attachment(name),
    'Content-Length': String(bytes),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
}

/** As RFC 6266 has it: plain letters for old programs, the true name percent-encoded beside them. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '_')).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
