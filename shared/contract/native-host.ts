/**
 * The host that is installed on a computer, as the extension reaches it through the browser ("native messaging"), and how a
 * page of the server asks the extension for it.
 */
import * as v from 'valibot';
import { Ticket } from './identifiers.ts';

/**
 * The name under which browsers know the host of one server. Hosts of several servers can be installed side by side, so it
 * holds the server's origin, in the letters that browsers take: small ones, digits, dots and `_`.
 */
export function nativeHostName(origin: string): string {
  const letters = [...origin.toLowerCase()].map((letter) =>
    /[a-z0-9]/.test(letter) ? letter : `_${(letter.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return `org.remotehelp.${letters.join('')}`;
}

/** What the extension says to the host. A ticket is for one session. */
export const NativeOrder = v.variant('order', [
  v.strictObject({ order: v.literal('status') }),
  v.strictObject({ order: v.literal('start'), ticket: Ticket }),
]);
export type NativeOrder = v.InferOutput<typeof NativeOrder>;

/** What the host answers; `protocol` is the version of the protocol that it speaks. */
export const NativeAnswer = v.variant('status', [
  v.strictObject({ status: v.literal('ready'), protocol: v.number() }),
  v.strictObject({ status: v.literal('started'), protocol: v.number() }),
  v.strictObject({
    status: v.literal('refused'),
    reason: v.picklist(['foreign-caller', 'unknown-order', 'cannot-start']),
    protocol: v.number(),
  }),
]);
export type NativeAnswer = v.InferOutput<typeof NativeAnswer>;

/** Events on the document by which a page of the server asks the extension; `start` carries the ticket as its detail. */
export const hostPageEvents = { ask: 'remotehelp-ask', start: 'remotehelp-start' } as const;

/** The attribute of the page's root in which the extension answers. */
export const installedHostAttribute = 'data-remotehelp-host';

/** `outdated`: it speaks an older protocol than the extension. */
export const InstalledHost = v.picklist(['none', 'ready', 'outdated', 'started', 'failed']);
export type InstalledHost = v.InferOutput<typeof InstalledHost>;
