/** Connects a page of the extension to the link owner. */
import { createClient, parseEvent } from '../../shared/contract/contract.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { systemClock } from '../../shared/ui/clock.ts';
import { carrierTo } from '../platform/messages.ts';
import { connectView } from '../platform/ports.ts';
import { wakeContract } from '../port/owner-wake.ts';
import { openPortLink } from '../port/port-carrier.ts';
import { viewContract } from '../port/view-contract.ts';
import type { ViewContract } from '../port/view-contract.ts';
import { createCallOrders } from '../call/call-orders.ts';
import type { CallOrders } from '../call/call-orders.ts';
import { createDeskView } from './desk-view.ts';
import type { DeskView } from './desk-view.ts';
import { createDraftDesk } from './draft-desk.ts';
import type { DraftDesk } from './draft-desk.ts';
import { createOrders } from './orders.ts';
import type { Orders } from './orders.ts';
import { tellFiles } from './tell-files.ts';
import { createViewFiles } from './view-files.ts';
import type { ViewFiles } from './view-files.ts';

/** What every part of a view works with. */
export interface View {
  readonly client: Client<ViewContract>;
  readonly desk: DeskView;
  readonly orders: Orders;
  readonly calls: CallOrders;
  readonly files: ViewFiles;
  readonly drafts: DraftDesk;
}

/** Lives as long as the page. */
export function openView(): View {
  const desk = createDeskView(systemClock);
  const worker = createClient(wakeContract, carrierTo('worker'));
  const port = openPortLink({
    connect: connectView,
    wake: async () => void (await worker.call('owner.wake', {})),
    onEvent(message) {
      const event = parseEvent(viewContract, message);
      if (event === undefined) console.warn('The link owner said something that is no event.');
      else desk.apply(event);
    },
    after: systemClock.after,
  });
  const client = createClient(viewContract, port);
  const orders = createOrders(client);
  const calls = createCallOrders({ orders, desk });
  const drafts = createDraftDesk(desk, (change) => client.call('drafts.keep', change));
  const view = { client, desk, orders, calls, files: createViewFiles(client, desk), drafts };
  tellFiles(view);
  return view;
}
