/** What the filters say, and the question that the server is asked by it. Pure. */
import * as v from 'valibot';
import type { ParamsInput } from '../../../../shared/contract/contract.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import { everything } from '../frame/subject-filters.tsx';
import type { Subject } from '../frame/subject-filters.tsx';
import { Period, StatisticsFilter } from '../../../../shared/contract/statistics.ts';

/** The filters as they stand. */
export interface StatisticsQuestion extends Subject {
  readonly period: 'today' | 'last-7' | 'last-30' | 'last-90' | 'own';
  /** Days such as `2026-11-25`, for `own`. */
  readonly from: string;
  readonly to: string;
}

export const firstQuestion: StatisticsQuestion = {
  ...everything,
  period: 'last-30',
  from: '',
  to: '',
};

/** What to ask; `undefined` while the own days are none that can be asked about. */
export function asked(question: StatisticsQuestion): ParamsInput<AdminContract, 'statistics.get'> | undefined {
  const { from, to } = question;
  const given = (value: string) => (value === 'all' ? null : value);
  const period = v.safeParse(Period, question.period === 'own' ? { from, to } : question.period);
  const filter = v.safeParse(StatisticsFilter, {
    channel: given(question.channel),
    group: given(question.group),
    rep: given(question.rep),
    incident: given(question.incident),
  });
  return period.success && filter.success ? { period: period.output, filter: filter.output } : undefined;
}
