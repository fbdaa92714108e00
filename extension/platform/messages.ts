/** One-off messages between the extension's own documents, addressed by role. They wake a stopped worker. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import type { Carrier, Reply } from '../../shared/contract/contract.ts';
import { ownPage } from './own-pages.ts';

const Envelope = v.strictObject({ to: v.picklist(['worker', 'owner']), call: v.unknown() });
/** Who a message is for. */
export type Role = v.InferOutput<typeof Envelope>['to'];

/** Takes calls to whoever has this role. Rejects when nobody has it at the moment. */
export function carrierTo(to: Role): Carrier {
  return { call: (call) => browser.runtime.sendMessage({ to, call }) };
}

/**
 * Answers the calls for a role. `answer` gets the path of the own page that asks; messages from anywhere else are
 * counted by `refuse` and not answered, so that they cannot even tell whether the extension listens.
 */
export function listenAs(
  role: Role,
  answer: (call: unknown, page: string) => Promise<Reply>,
  refuse: () => void,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // From a page of the server: somebody else's to judge.
    if (isOrderFromPage(message)) return undefined;
    const envelope = v.safeParse(Envelope, message);
    const page = ownPage(sender);
    if (!envelope.success || page === undefined) {
      refuse();
      return undefined;
    }
    return envelope.output.to === role ? answer(envelope.output.call, page) : undefined;
  });
}

/** Whether a message comes from the script that runs in pages of the server. */
export function isOrderFromPage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'fromServerPage' in message;
}
