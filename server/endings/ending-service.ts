/** Keeps what ended without its customer until they have read it: the page may have been closed, or without a link. */
import type { Ending, EndingKind } from '../../shared/contract/ending.ts';
import type { RequestId } from '../../shared/contract/identifiers.ts';
import type { RequestForm } from '../../shared/contract/support-request.ts';
import type { Clock } from '../config/clock.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { Ended, EndingModel, EndingRecord } from './ending-model.ts';

/** Who comes back later than this is told nothing of it any more. */
export const keptMs = 30 * 24 * 60 * 60_000;

export interface Endings {
  /** What this browser is to be told, oldest first. */
  of(browser: BrowserId): Promise<Ending[]>;
  /** Tells a page that is open, and every one that is opened later. */
  tell(browser: BrowserId, ended: Ended): Promise<void>;
  dismiss(browser: BrowserId, what: EndingKind): Promise<void>;
  /** The customer has asked anew at this moment: what had ended by then is told no more. */
  forget(browser: BrowserId, askedAt: number): Promise<void>;
}

export interface EndingNeeds {
  readonly model: EndingModel;
  /** What this browser asked with a request; `null` where it is kept no more. */
  readonly formOf: (request: RequestId, browser: BrowserId) => Promise<RequestForm | null>;
  readonly links: Pick<Links, 'toBrowser'>;
  readonly clock: Clock;
}

export function createEndings({ model, formOf, links, clock }: EndingNeeds): Endings {
  async function of(browser: BrowserId): Promise<Ending[]> {
    const oldest = clock.now() - keptMs;
    const kept = await model
      .find({ browser, at: { $gte: oldest } })
      .sort({ at: 1 })
      .lean();
    return Promise.all(kept.map(toldAs));
  }

  async function toldAs({ browser, at, ended }: EndingRecord): Promise<Ending> {
    if (ended.what !== 'request') return { ...ended, at };
    const { what, why, request } = ended;
    return { what, why, at, form: await formOf(request, browser) };
  }

  async function show(browser: BrowserId): Promise<void> {
    links.toBrowser(browser, { type: 'endings.changed', endings: await of(browser) });
  }

  return {
    of,
    async tell(browser, ended) {
      const at = clock.now();
      const _id = `${ended.what}:${browser}`;
      await model.updateOne({ _id }, { $set: { browser, at, ended } }, { upsert: true });
      await model.deleteMany({ at: { $lt: at - keptMs } });
      await show(browser);
    },
    async dismiss(browser, what) {
      await model.deleteOne({ _id: `${what}:${browser}` });
      await show(browser);
    },
    async forget(browser, askedAt) {
      const { deletedCount } = await model.deleteMany({ browser, at: { $lte: askedAt } });
      if (deletedCount > 0) await show(browser);
    },
  };
}
