import type { BusinessHours } from '../../shared/contract/business-hours.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import { openingState } from './opening-times.ts';
import type { OpeningState } from './opening-times.ts';

/** A channel as far as its hours are concerned. */
export interface ChannelWithHours {
  readonly id: ChannelId;
  readonly hours: BusinessHours;
}

/** How channels stand by their business hours. */
export interface ChannelOpenings {
  of(channel: ChannelWithHours, timeZone: string, now: number): OpeningState;
}

/** Remembers each answer for as long as it holds: the queue is looked at many times a second, and calendars are slow. */
export function createChannelOpenings(): ChannelOpenings {
  const known = new Map<ChannelId, { readonly rule: string; readonly from: number; readonly state: OpeningState }>();
  return {
    of({ id, hours }, timeZone, now) {
      const rule = `${timeZone} ${JSON.stringify(hours)}`;
      const before = known.get(id);
      const holds = before !== undefined && before.rule === rule && before.from <= now;
      if (holds && (before.state.until === null || now < before.state.until)) return before.state;
      const state = openingState(hours, timeZone, now);
      known.set(id, { rule, from: now, state });
      return state;
    },
  };
}
