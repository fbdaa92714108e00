/** A view of the extension over a link owner that answers as the test says: for components and models that are not about the link. */
import { h } from 'preact';
import type { ComponentChild } from 'preact';
import { viewContract } from '../../../extension/port/view-contract.ts';
import { createDeskView } from '../../../extension/view/desk-view.ts';
import { createDraftDesk } from '../../../extension/view/draft-desk.ts';
import type { View } from '../../../extension/view/open-view.ts';
import { createOrders } from '../../../extension/view/orders.ts';
import { createViewFiles } from '../../../extension/view/view-files.ts';
import { ViewContext } from '../../../extension/view/view-context.ts';
import { createClient } from '../../../shared/contract/contract.ts';
import { manualClock } from '../shared/ui/manual-clock.ts';
import { aDesk } from './builders.ts';
import { scriptedCarrier } from './scripted-carrier.ts';

/** Signed in and online. What is being written is kept by the view alone. */
export function aView(answers: Parameters<typeof scriptedCarrier>[0] = {}) {
  const clock = manualClock(10_000);
  const carrier = scriptedCarrier({ 'files.onWay': () => ({}), ...answers });
  const client = createClient(viewContract, carrier);
  const desk = createDeskView(clock);
  const setOnline = (isOnline: boolean) => {
    const server = 'https://help.example';
    desk.link.value = isOnline ? { at: 'online', server } : { at: 'lost', server, since: 1, retryAt: 2, because: null };
  };
  desk.desk.value = aDesk();
  setOnline(true);
  const orders = createOrders(client);
  // An owner that never answers leaves what is written where it was written.
  const drafts = createDraftDesk(desk, () => new Promise(() => {}));
  const view: View = {
    ...{ client, desk, orders, drafts },
    get calls(): never {
      throw new Error('Calls need a browser.');
    },
    files: createViewFiles(client, desk),
  };
  return {
    view,
    clock,
    asked: carrier.asked,
    setOnline,
    around: (child: ComponentChild) => h(ViewContext.Provider, { value: view }, child),
  };
}

/** An answer that comes when the test says so. */
export function later<Answer>() {
  let come: (answer: Answer) => void = () => {};
  const promise = new Promise<Answer>((resolve) => (come = resolve));
  return { answer: () => promise, come };
}
