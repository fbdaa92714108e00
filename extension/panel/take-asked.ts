/** Carries out what a rep asked for on some page of the browser. */
import { effect, untracked } from '@preact/signals';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { pictureOnPage } from '../platform/page-picture.ts';
import type { Asked } from '../port/asked.ts';
import { anywhereTexts as words } from '../texts/anywhere-en.ts';
import { firstName } from '../view/first-name.ts';
import type { View } from '../view/open-view.ts';
import type { Given } from './given.ts';
import type { PanelModel } from './panel-model.ts';
import { pictureName } from './picture-file.ts';

/** For as long as the page lives. Of several panels one carries it out: whoever takes it first. */
export function takeAsked({ desk, orders, files }: View, panel: PanelModel): void {
  const start = async (customer: string, email: string) => {
    panel.goTo('home');
    const answer = await orders.give('sessions.start', { customer });
    if (answer === undefined) return;
    panel.guideTo.value = email;
    panel.showWaysIn(answer.session.id);
  };
  const give = (given: Given) => {
    const live = desk.sessions.value.map(({ head }) => head).filter(({ state }) => state === 'live');
    const current = live.find(({ id }) => id === panel.current.value?.head.id);
    const only = current ?? (live.length === 1 ? live[0] : undefined);
    if (only !== undefined) giveTo({ orders, files }, panel, only, given);
    else if (live.length === 0) orders.tell(words.noChat, 'failure');
    else panel.giving.value = given;
  };
  const carryOut = async (asked: Asked) => {
    switch (asked.what) {
      case 'start':
        return start(asked.customer, asked.email);
      case 'give':
        return give({ is: 'address', address: asked.address });
      case 'give-picture':
        return give(await pictureOf(asked));
      case 'name':
        panel.customerName.value = asked.customer;
        return panel.beginSession();
      case 'no-code':
        panel.goTo('home');
        return orders.tell(words.noCode, 'failure');
      default:
        return asked satisfies never;
    }
  };

  effect(() => {
    // Signed out, it waits for whoever signs in.
    if (!desk.isAsked.value || desk.desk.value === null) return;
    untracked(() => {
      desk.isAsked.value = false;
      void orders.ask('asked.take', {}).then(({ answer }) => {
        if (answer !== undefined && answer.asked !== null) void carryOut(answer.asked);
      });
    });
  });
}

async function pictureOf({ address, place }: Extract<Asked, { what: 'give-picture' }>): Promise<Given> {
  const content = place === null ? undefined : await pictureOnPage(place, address);
  if (content === undefined) return { is: 'address-only', address };
  return { is: 'picture', address, file: new File([content], pictureName(address, content.type), content) };
}

/** Puts it into the composer of a session, where the rep looks at it and sends it; nothing is sent by itself. */
export function giveTo(
  { orders, files }: Pick<View, 'orders' | 'files'>,
  panel: PanelModel,
  head: SessionHead,
  given: Given,
): void {
  if (given.is === 'picture') files.held.hold(head.id, given.file);
  else panel.drafts.add(head.id, given.address);
  // Else it would come behind a code's dialog, out of sight.
  panel.closeWaysIn();
  panel.goToSession(head.id);
  // A picture speaks for itself.
  if (given.is === 'picture') return;
  const say = { address: words.given, 'address-only': words.givenAddressOnly }[given.is];
  orders.tell(say(firstName(safeName(head.customer.name))));
}
