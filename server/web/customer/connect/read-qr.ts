/** Reads connection links and codes from pictures. */
import jsQR from 'jsqr';
import { connectAddress, readLinkFragment } from '../../../../shared/contract/connection-link.ts';
import type { ConnectionLink } from '../../../../shared/contract/connection-link.ts';
import { codeDigits, CODE_LENGTH } from '../../../../shared/ui/code-digits.ts';

/** What a QR picture says: a link of this server, a code of six digits, or nothing of ours. */
export type QrMeaning =
  | { readonly is: 'link'; readonly link: ConnectionLink }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'foreign' };

/** The text of a QR code in these pixels (RGBA); `undefined` when there is none. */
export function readQr({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): string | undefined {
  return jsQR(data, width, height, { inversionAttempts: 'attemptBoth' })?.data;
}

/** What the text of a QR code means on a page of `origin`. Other addresses are never opened. Pure. */
export function qrMeaning(text: string, origin: string): QrMeaning {
  if (/^[0-9 ]{6,8}$/.test(text) && codeDigits(text).length === CODE_LENGTH)
    return { is: 'code', code: codeDigits(text) };
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const isOurs = address !== undefined && `${address.origin}${address.pathname}` === connectAddress(origin);
  const link = isOurs ? readLinkFragment(address.hash) : undefined;
  return link === undefined ? { is: 'foreign' } : { is: 'link', link };
}
