/** What a lead can do with those who wait in the channels of the own groups. */
import type { Signal } from '@preact/signals';
import type { AccountId, RequestId, SessionId } from '../../../shared/contract/identifiers.ts';
import type { Priority } from '../../../shared/contract/queue-settings.ts';
import type { WaitingRequest } from '../../../shared/contract/support-request.ts';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { teamTexts } from '../../texts/team-en.ts';
import type { Orders } from '../../view/orders.ts';

/** `claiming` is the request that is being taken; a session that came of it opens, if the panel is still where it was. */
export function createLeadOrders(
  orders: Orders,
  claiming: Signal<string | null>,
  wayFromHere: () => (session: SessionId) => void,
) {
  return {
    async take(request: RequestId) {
      if (claiming.value !== null) return;
      claiming.value = request;
      const go = wayFromHere();
      const answer = await orders.give('team.take', { request });
      claiming.value = null;
      if (answer !== undefined) go(answer.session.id);
    },
    async assign({ id: request, name }: Pick<WaitingRequest, 'id' | 'name'>, to: AccountId) {
      const answer = await orders.give('team.assign', { request, to });
      if (answer !== undefined) orders.tell(teamTexts.assigned(safeName(name), safeName(answer.assignment.toName)));
    },
    async prioritise(request: RequestId, priority: Priority) {
      await orders.give('team.prioritise', { request, priority });
    },
  };
}
