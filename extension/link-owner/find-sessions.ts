/** Finds open sessions by a code, or by what a name begins with. Pure. */
import { safeName } from '../../shared/ui/safe-text.ts';
import { codeDigits, spacedCode } from '../../shared/ui/code-digits.ts';
import type { OpenSession } from '../port/view-state.ts';
import { anywhereTexts } from '../texts/anywhere-en.ts';

const words = anywhereTexts.bar;

/** The sessions that fit, those that wait or live first. A code fits only whole. */
export function sessionsFound(sessions: readonly OpenSession[], text: string): OpenSession[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const digits = codeDigits(wanted);
  const fits = ({ head: { code, customer } }: OpenSession) =>
    (digits.length === 6 && code?.code === digits) || isNamed(customer.name, wanted);
  return sessions.filter(fits).toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)));
}

/** Whether the text can only be a code. */
export function isCode(text: string): boolean {
  return /^[\d\s]+$/u.test(text.trim());
}

/** One session in a line of words. */
export function sessionInWords({ head: { code, customer, state } }: OpenSession): string {
  const name = safeName(customer.name, 80);
  if (state === 'ended') return words.ended(name);
  return state === 'waiting-code' ? words.waiting(name, code === null ? '' : spacedCode(code.code)) : words.live(name);
}

function isNamed(name: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith(wanted) || lower.split(/\s+/u).some((part) => part.startsWith(wanted));
}

function isOver({ head }: OpenSession): boolean {
  return head.state === 'ended';
}
