/** Which reps wait for somebody in a browser: the waiting icon, shown to whom it was offered and to nobody else. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { WaitingRep } from '../../shared/contract/connection-entry.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { isExpected } from './expected-name.ts';
import type { ConnectionLinks } from './link-service.ts';

/** A session from the queue proves nobody: whoever asks there calls themselves as they like, and any rep answers. */
const begunWithRep = { state: 'ended', channel: null } as const;

/** Past sessions that are looked at: of one browser, and of one rep. */
const lastOfBrowser = 10;
const lastOfRep = 200;

export interface WaitingReps {
  /**
   * A rep waits for a browser in which their link was opened, or for one that they have helped before under the name of
   * whom they wait for now, in a session that began by code, link or invitation.
   */
  of(browser: BrowserId): Promise<WaitingRep[]>;
  view(record: SessionRecord): Promise<WaitingRep | undefined>;
  /** A session waits now, or does so no longer: pages that are open hear. `browsers` are those where its link was opened. */
  changed(session: SessionId, browsers: readonly BrowserId[]): Promise<void>;
}

export interface WaitingRepNeeds {
  readonly connectionLinks: Pick<ConnectionLinks, 'offeredTo'>;
  readonly sessions: Pick<Sessions, 'load' | 'openOf'>;
  readonly model: SessionModel;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly links: Pick<Links, 'toBrowser' | 'browserConnected'>;
}

export function createWaitingReps({ connectionLinks, sessions, model, accounts, links }: WaitingRepNeeds): WaitingReps {
  async function view(record: SessionRecord): Promise<WaitingRep | undefined> {
    const rep = await accounts.face(record.owner);
    if (record.state !== 'waiting-code' || rep === undefined) return undefined;
    return { session: record._id, rep, name: record.customer.name };
  }

  /** Sessions that wait for the name under which this browser was helped by the same rep. */
  async function ofBefore(browser: BrowserId): Promise<SessionRecord[]> {
    const before = await model
      .find({ ...begunWithRep, browser })
      .sort({ startedAt: -1 })
      .limit(lastOfBrowser)
      .lean();
    const open = await Promise.all([...new Set(before.map(({ owner }) => owner))].map((rep) => sessions.openOf(rep)));
    return open
      .flat()
      .filter(({ owner, customer }) =>
        before.some((past) => past.owner === owner && isExpected(customer.name, past.customer.name)),
      );
  }

  async function of(browser: BrowserId): Promise<WaitingRep[]> {
    const byLink = await Promise.all((await connectionLinks.offeredTo(browser)).map((id) => sessions.load(id)));
    const all = [...byLink.filter((record) => record !== undefined), ...(await ofBefore(browser))];
    const once = new Map(all.map((record) => [record._id, record]));
    const views = await Promise.all([...once.values()].map(view));
    return views.filter((one) => one !== undefined);
  }

  return {
    of,
    view,
    async changed(session, browsers) {
      const record = await sessions.load(session);
      if (record === undefined) return;
      const past = await model
        .find({ ...begunWithRep, owner: record.owner, browser: { $exists: true } })
        .sort({ endedAt: -1 })
        .limit(lastOfRep)
        .lean();
      const known = past.filter(({ customer }) => isExpected(record.customer.name, customer.name));
      const concerned = new Set([...browsers, ...known.flatMap(({ browser }) => browser ?? [])]);
      for (const browser of concerned) {
        if (links.browserConnected(browser))
          links.toBrowser(browser, { type: 'reps.waiting', reps: await of(browser) });
      }
    },
  };
}
