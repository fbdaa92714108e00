/** What the filters of the list say, and the question that the server is asked by it. Pure. */
import * as v from 'valibot';
import { SessionFilter } from '../../../../shared/contract/session-records.ts';
import { everything } from '../frame/subject-filters.tsx';
import type { Subject } from '../frame/subject-filters.tsx';

/** The filters as they stand; `all` leaves nothing out. */
export interface SessionsQuestion extends Subject {
  readonly text: string;
  readonly state: string;
  /** Days such as `2026-11-25`; empty for any. */
  readonly from: string;
  readonly to: string;
  readonly newestFirst: boolean;
}

export const allSessions: SessionsQuestion = {
  ...everything,
  text: '',
  state: 'all',
  from: '',
  to: '',
  newestFirst: true,
};

/** What to ask for; `undefined` while something in it cannot be asked. */
export function filterOf(question: SessionsQuestion): SessionFilter | undefined {
  const { text, state, from, to, channel, group, rep, incident } = question;
  const given = (value: string) => (value === 'all' || value === '' ? null : value);
  const filter = v.safeParse(SessionFilter, {
    ...{ text, from: given(from), to: given(to), state: given(state), channel: given(channel) },
    ...{ group: given(group), rep: given(rep), incident: given(incident) },
  });
  return filter.success ? filter.output : undefined;
}
