import * as v from 'valibot';
import { NoticeTarget } from './worker-contract.ts';

/** One text for each target: it tells notifications apart, and is the id that the browser keeps of one. */
export function noticeKey(target: NoticeTarget): string {
  switch (target.kind) {
    case 'request':
      return `request:${target.request}`;
    case 'session':
      return `session:${target.session}`;
    case 'reservation':
      return `reservation:${target.reservation}`;
    case 'invitation':
      return `invitation:${target.invitation}`;
    case 'ask':
      return `ask:${target.ask}`;
    default:
      return target satisfies never;
  }
}

/** What a text of {@link noticeKey} leads to; `undefined` for any other. */
export function noticeTarget(key: string): NoticeTarget | undefined {
  const [kind, what] = key.split(':');
  // Each kind names its target by its own name.
  const target = v.safeParse(NoticeTarget, kind === undefined ? undefined : { kind, [kind]: what });
  return target.success ? target.output : undefined;
}
