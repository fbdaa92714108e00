import type { BrandingService } from '../branding/branding-service.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract, CustomerState, QueuePlace } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { OwnReservation } from '../../shared/contract/reservation.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { Clock } from '../config/clock.ts';
import type { BrowserId, CustomerContext } from '../edge/links.ts';
import type { Incidents } from '../incidents/incident-service.ts';
import { inSessionText } from '../sessions/come-in.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { AskLimit } from './ask-limit.ts';
import type { QueueLook } from './queue-look.ts';
import type { Queue } from './queue-service.ts';
import { publicChannels, queuePlace } from './queue-views.ts';
import type { QueueView } from './queue-views.ts';
import type { RequestRecord } from './request-model.ts';
import { shareLooks } from './share-looks.ts';
import type { Takeovers } from './takeovers.ts';

type Handled = 'page.open' | 'requests.ask' | 'requests.change' | 'requests.leave';

export interface CustomerQueueNeeds {
  readonly queue: Queue;
  readonly queueLook: QueueLook;
  readonly takeovers: Pick<Takeovers, 'placeOf'>;
  readonly sessions: Sessions;
  readonly codes: {
    readonly askLimit: AskLimit;
    /** The session at whose door this browser waits to be let in. */
    knockingAt(browser: BrowserId): Promise<SessionHead | undefined>;
  };
  readonly organisation: { get(): Promise<Organisation> };
  readonly reservationOf: (browser: BrowserId) => Promise<OwnReservation | null>;
  readonly branding: Pick<BrandingService, 'get'>;
  readonly incidents: Pick<Incidents, 'offered'>;
  readonly clock: Clock;
  /** Whether this browser waits for somebody whom it has invited. */
  readonly hasInvited: (browser: BrowserId) => Promise<boolean>;
}

const invitedText = 'You wait for somebody whom you invited. Close that invitation first.';

/** What a customer's page does before there is a session. */
export function customerQueueHandlers({
  queue,
  queueLook,
  takeovers,
  sessions,
  codes,
  organisation,
  reservationOf,
  branding,
  incidents,
  clock,
  hasInvited,
}: CustomerQueueNeeds): Pick<Handlers<CustomerContract, CustomerContext>, Handled> {
  /** What every page is told alike. */
  const lookAtHouse = shareLooks(async () => {
    const [serves, look, reasons] = await Promise.all([organisation.get(), branding.get(), incidents.offered()]);
    return { organisation: serves, branding: look, incidents: reasons };
  });

  async function stateOf(browser: BrowserId, view: QueueView): Promise<CustomerState> {
    const current = await sessions.currentOf(browser);
    if (current?.state === 'live') {
      const session = await sessions.head(current, 'customer');
      const place = ['in-line', 'left'].includes(session.ownerMissing?.next ?? '')
        ? await takeovers.placeOf(session.id)
        : null;
      return { at: 'session', session, place };
    }
    const knocking = await codes.knockingAt(browser);
    if (knocking !== undefined) return { at: 'session', session: knocking, place: null };
    const waiting = await queue.waitingOf(browser);
    const place = waiting && queuePlace(view, waiting);
    if (place !== undefined) return { at: 'waiting', place };
    if (current?.state === 'ended') return { at: 'summary', summary: await sessions.summary(current) };
    return { at: 'start' };
  }

  async function placeOf(request: RequestRecord): Promise<{ place: QueuePlace }> {
    const place = queuePlace(await queueLook.look(), request);
    // Taken between storing it and looking: the claim's own event brings the page into the session.
    if (place === undefined) throw new AppError('not-found', { text: 'Somebody is answering your request already.' });
    return { place };
  }

  return {
    async 'page.open'(_nothing, { browser }) {
      const [view, house, reservation] = await Promise.all([queueLook.look(), lookAtHouse(), reservationOf(browser)]);
      return {
        serverTime: clock.now(),
        ...house,
        channels: publicChannels(view),
        state: await stateOf(browser, view),
        reservation,
      };
    },
    async 'requests.ask'({ proof, ...form }, { browser, address }) {
      const current = await sessions.currentOf(browser);
      if (current?.state === 'live') throw new AppError('already-waiting', { text: inSessionText });
      if (await hasInvited(browser)) throw new AppError('already-waiting', { text: invitedText });
      await codes.askLimit.take({ address, browser, proof });
      const request = await queue.ask(browser, form);
      // Both in the same moment: each looks again after it has stored its own, so never do both stand.
      if (await hasInvited(browser)) {
        await queue.leave(browser);
        throw new AppError('already-waiting', { text: invitedText });
      }
      await sessions.dismissSummaries(browser);
      return placeOf(request);
    },
    async 'requests.change'({ proof, ...form }, { browser, address }) {
      // Each change is announced to every rep of the channel, as a new request is.
      await codes.askLimit.take({ address, browser, proof });
      return placeOf(await queue.change(browser, form));
    },
    async 'requests.leave'(_nothing, { browser }) {
      await queue.leave(browser);
      return {};
    },
  };
}
