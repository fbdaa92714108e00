/** What stands on the page about something that ended without its customer. Pure. */
import type { Ending } from '../../../../shared/contract/ending.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { endingTexts as words } from '../../texts/customer-endings.ts';
import { firstName } from '../first-name.ts';
import { dayName } from '../reservation/call-times.ts';

/** That it is over, and what can be done now. */
export interface EndingWords {
  readonly title: string;
  readonly text: string;
}

export function endingWords(ending: Ending): EndingWords {
  switch (ending.what) {
    case 'request':
      return {
        title: words.request.title[ending.why],
        text: ending.form === null ? words.request.ask : words.request.askAgain,
      };
    case 'reservation':
      return { title: callTitle(ending), text: words.reservation.text[ending.why] };
    case 'invitation':
      return words.invitation;
    case 'direct':
      return { title: words.direct[ending.why](firstName(ending.rep)), text: words.direct.text };
    case 'knock':
      return words.knock;
    default:
      return ending satisfies never;
  }
}

function callTitle({ wishedAt }: Extract<Ending, { what: 'reservation' }>): string {
  const { soon, at } = words.reservation.title;
  return wishedAt === null ? soon : at(dayName(wishedAt), clockTime(wishedAt));
}
