/** Whenever something in the queue moves: offers what can be offered, then shows the queue to everybody whom it concerns. */
import { setTimeout as rest } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { PublicChannel } from '../../shared/contract/channel.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Links } from '../edge/links.ts';
import type { Log } from '../logging/log.ts';
import { createPageNews } from './page-news.ts';
import type { QueueLook } from './queue-look.ts';
import { channelsOf, publicChannels, queuePlace, repChannels } from './queue-views.ts';
import type { QueueView } from './queue-views.ts';
import { createRepLines } from './rep-lines.ts';
import type { RepLine } from './rep-lines.ts';

/** Between two looks, so that a rush of moves leaves the store to those who move. */
const restMs = 25;
/** Between two times that it is shown: in a rush every move changes the place of everybody, and nobody reads faster. */
const showRestMs = 250;

export interface QueueBoard {
  /** Something may have moved. Many calls at once become one look: nobody is told the same thing twice. */
  moved(): void;
  /** Resolves when everything that moved so far has been shown; pages that only look on may hear of it a second later. */
  settled(): Promise<void>;
  /** Whoever is told after each look that the queue was shown anew. */
  onShown(listener: () => void): void;
}

export interface QueueBoardNeeds {
  readonly queue: QueueLook;
  readonly links: Links;
  readonly log: Log;
  /** Offers what can be offered now; says whether anything has changed by that. */
  readonly distribute: (view: QueueView) => Promise<boolean>;
}

export function createQueueBoard({ queue, links, log, distribute }: QueueBoardNeeds): QueueBoard {
  const pages = createPageNews((channels: PublicChannel[]) =>
    links.toAllBrowsers({ type: 'channels.changed', channels }),
  );
  const linesOf = createRepLines();
  let showing: Promise<void> | undefined;
  let isStale = false;
  let isUnshown = false;
  let shownAt = -Infinity;
  let shown = new Map<string, unknown>();
  let shownLines = new Map<AccountId, RepLine>();
  const listeners: (() => void)[] = [];
  const isRested = () => performance.now() - shownAt >= showRestMs;

  async function showUntilFresh() {
    while (isStale || isUnshown) {
      if (isStale || isRested()) await lookOnce();
      await rest(restMs);
    }
    showing = undefined;
  }

  /** Offers without a rest. What is shown after a rest is looked at anew, so that nobody sees what was. */
  async function lookOnce() {
    isStale = false;
    try {
      const view = await queue.look();
      const hasOffered = await distribute(view);
      isUnshown = !isRested();
      if (!isUnshown) show(hasOffered ? await queue.look() : view);
    } catch (error) {
      isUnshown = false;
      log.fault('The queue could not be shown; the next move shows it again.', error);
    }
  }

  function show(view: QueueView) {
    const next = new Map<string, unknown>();
    /** Sends only what differs from what was sent last. */
    const tell = <T>(key: string, value: T, send: (value: T) => void) => {
      next.set(key, value);
      if (!isDeepStrictEqual(shown.get(key), value)) send(value);
    };
    pages.tell(publicChannels(view));
    for (const request of [...view.channels.values()].flatMap(({ line }) => line)) {
      const place = queuePlace(view, request);
      if (place === undefined) continue;
      tell(`place ${request._id}`, place, () => links.toBrowser(request.browser, { type: 'queue.moved', place }));
    }
    const lines = linesOf(view);
    const nextLines = new Map<AccountId, RepLine>();
    for (const id of links.accountsConnected()) {
      const theirs = channelsOf(view, id);
      const channels = repChannels(view, theirs);
      tell(`channels ${id}`, channels, () => links.toAccount(id, { type: 'channels.changed', channels }));
      const line = lines.of(theirs);
      const move = lines.move(shownLines.get(id), line);
      if (move !== undefined) links.toAccount(id, { type: 'queue.moved', ...move });
      nextLines.set(id, line);
    }
    shownLines = nextLines;
    shownAt = performance.now();
    shown = next;
    for (const listener of listeners) listener();
  }

  return {
    moved() {
      isStale = true;
      showing ??= showUntilFresh();
    },
    async settled() {
      await showing;
    },
    onShown(listener) {
      listeners.push(listener);
    },
  };
}
