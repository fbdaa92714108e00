/** How tools stand that are asked for, or for which an account needs a right. Pure. */
import type { ConsentScope } from '../../shared/contract/consent.ts';
import { rightsToAsk } from '../../shared/contract/right.ts';
import type { Tool } from '../../shared/contract/right.ts';
import { duration, timeLeft } from '../../shared/ui/format-time.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import { askAgainIn } from '../session/ask-again.ts';
import { deniedWords } from '../session/denied-tool.ts';
import { refusedAt } from '../session/screen-standing.ts';
import { toolTexts } from '../texts/tools-en.ts';
import type { ToolPlace, ToolStanding } from './session-tool.ts';

const words = toolTexts.standing;

/** What it is read from. */
type Standing = Pick<ToolPlace, 'head' | 'entries' | 'now' | 'part' | 'rights'>;

/** Seeing or controlling: asked, granted, refused, or why it cannot be asked for. */
export function consentStanding(place: Standing, scope: ConsentScope): ToolStanding {
  const { head, entries, now, part } = place;
  const granted = head.consents.find((consent) => consent.scope === scope);
  if (granted !== undefined)
    return {
      is: 'granted',
      word: granted.until === null ? words.grantedForSession : words.granted(timeLeft(granted.until, now)),
    };
  if (scope === 'view' && head.consents.some((consent) => consent.scope === 'control'))
    return { is: 'granted', word: words.withControl };
  if (head.ask?.scope === scope) {
    const asked = entries.findLast(({ kind }) => kind === 'asked');
    return { is: 'asked', word: asked === undefined ? words.askedOnly : words.asked(duration(now - asked.at)) };
  }
  const denied = deniedStanding(place, ...rightsToAsk[scope]);
  if (denied !== undefined) return denied;
  const refused = refusedAt(entries, scope);
  const because = part.isOwner
    ? (askAgainIn(refused, now) ?? (head.ask === null ? undefined : toolTexts.otherQuestion))
    : toolTexts.ownerAsks(safeName(head.owner.displayName));
  return refused === undefined
    ? { is: 'ready', word: words.notAsked, because }
    : { is: 'refused', word: words.refused, because };
}

/** Not permitted, and by whom; `undefined` while the account has all of these rights. */
export function deniedStanding({ rights }: Pick<ToolPlace, 'rights'>, ...needed: Tool[]): ToolStanding | undefined {
  const because = deniedWords(rights, ...needed);
  return because === undefined ? undefined : { is: 'denied', word: words.denied, because };
}

/** What only the session's owner does. */
export function ownerStanding({ part, head }: Pick<ToolPlace, 'part' | 'head'>, word: string): ToolStanding {
  const because = part.isOwner ? undefined : toolTexts.ownerOnly(safeName(head.owner.displayName));
  return { is: 'ready', word, because };
}
