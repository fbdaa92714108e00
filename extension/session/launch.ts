/** Opening folders and programs on the customer's computer: what can be, what is being asked, and asking. */
import type { Launch } from '../../shared/contract/launch.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { firstName } from '../view/first-name.ts';
import { newClientId } from '../view/new-client-id.ts';
import type { Orders } from '../view/orders.ts';

/** A shortcut that leads to something on the customer's computer. */
export type Launchable = Extract<SharedItem, { kind: 'program' | 'directory' }>;

/** Whether the program runs on the customer's computer, so that it can ask there. */
export function hasHost({ screen }: SessionHead): boolean {
  return screen !== 'none' && screen !== 'asked' && screen !== 'agreed';
}

/** What the customer is being asked to have opened; `undefined` when nothing is. */
export function openLaunch(entries: readonly LogEntry[]): Launch | undefined {
  const last = entries.findLast(({ kind }) => kind.startsWith('launch-') || kind === 'host-joined');
  return last?.kind === 'launch-asked' ? last.launch : undefined;
}

/** Asks on the customer's computer whether to open it. The toast says that it is asked, or why not. */
export async function askToLaunch(orders: Orders, head: SessionHead, item: Launchable): Promise<void> {
  const { name, path } = item;
  const launch: Launch =
    item.kind === 'directory'
      ? { what: 'folder', name, path }
      : { what: 'program', name, path, arguments: item.arguments };
  const answer = await orders.give('launch.ask', { session: head.id, clientId: newClientId(), launch });
  if (answer !== undefined) orders.tell(shortcutTexts.askedOn(firstName(head.customer.name)));
}
