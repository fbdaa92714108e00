/** What is passed on to a customer, ready to be read: the two links, and the page where the code is typed. Pure. */
import { connectAddress, linkAddress } from '../../shared/contract/connection-link.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { spacedCode } from '../../shared/ui/code-digits.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';

/** One way in: its address, and the sentence that goes into a chat or a message. */
export interface WayIn {
  readonly key: 'computer' | 'phone' | 'address';
  readonly address: string;
  readonly sentence: string;
}

/** The ways that are open at `now`, the shortest to use first. */
export function waysIn({ code, door }: Pick<SessionHead, 'code' | 'door'>, origin: string, now: number): WayIn[] {
  const words = waysInTexts.message;
  const page = connectAddress(origin);
  const isCodeLive = code !== null && code.expiresAt > now;
  const typing: WayIn = {
    key: 'address',
    address: page,
    sentence: isCodeLive ? words.address(page, spacedCode(code.code)) : words.addressOnly(page),
  };
  const link = door?.link ?? null;
  if (link === null || link.expiresAt <= now) return [typing];
  const ofDevice = (device: 'computer' | 'phone'): WayIn => {
    const address = linkAddress(origin, { token: link.token, device });
    return { key: device, address, sentence: words[device](address) };
  };
  return [ofDevice('computer'), ofDevice('phone'), typing];
}

/** All of them in one text, for a mail or a short message. */
export function wholeMessage(ways: readonly WayIn[]): string {
  const sentenceOf = (key: WayIn['key']) => ways.find((way) => way.key === key)?.sentence;
  const [computer, phone, typing] = [sentenceOf('computer'), sentenceOf('phone'), sentenceOf('address') ?? ''];
  if (computer === undefined || phone === undefined) return typing;
  return waysInTexts.message.all({ computer, phone, typing });
}

/** Opens the program for short messages with the text (RFC 5724). */
export function smsAddress(text: string): string {
  return `sms:?body=${encodeURIComponent(text)}`;
}
