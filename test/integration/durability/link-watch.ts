/** Notes when links were lost and when they were there again. */
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { LinkBreak } from './fleet-words.ts';

/** Watches one link from now on. */
export type LinkWatch = (who: LinkBreak['who'], link: ReadonlySignal<{ readonly at: string }>) => void;

export interface LinkBreaks {
  readonly watch: LinkWatch;
  /** Whether every link is open now. */
  allOpen(): boolean;
  /** The breaks that are over and were not taken before. */
  take(): LinkBreak[];
}

export function createLinkBreaks(): LinkBreaks {
  const open = new Set<object>();
  const all = new Set<object>();
  let over: LinkBreak[] = [];
  return {
    watch(who, link) {
      let lostAt: number | undefined;
      all.add(link);
      effect(() => {
        const isOpen = link.value.at === 'open' || link.value.at === 'online';
        if (!isOpen && open.delete(link)) lostAt = Date.now();
        if (!isOpen || open.has(link)) return;
        open.add(link);
        if (lostAt !== undefined) over.push({ who, lostAt, openAt: Date.now() });
      });
    },
    allOpen: () => open.size === all.size,
    take() {
      const taken = over;
      over = [];
      return taken;
    },
  };
}
