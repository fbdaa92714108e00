/** What a handover brief begins with, read from the log: what is wanted, what was tried, how things stand. Pure. */
import type { Brief } from '../../shared/contract/member.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentScope } from '../../shared/contract/consent.ts';
import { toolTexts } from '../texts/host-tools-en.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import { memberTexts } from '../texts/members-en.ts';

const words = memberTexts.prefill;
/** As many characters as a part of a brief may have. */
const MOST = 1000;

/** `promised` is left to the rep: no log knows what was meant as one. */
export function prefillBrief(head: SessionHead, entries: readonly LogEntry[]): Brief {
  return {
    wanted: cut(wanted(head, entries)),
    tried: cut(tried(entries)),
    state: cut(stateOf(head)),
    promised: '',
  };
}

function wanted({ incident, reason }: SessionHead, entries: readonly LogEntry[]): string {
  const request = entries.find((entry) => entry.kind === 'requested');
  const firstWords = entries.find((entry) => entry.kind === 'chat' && entry.by.kind === 'customer');
  const said = request?.message || (firstWords?.kind === 'chat' ? firstWords.text : '');
  return [incident?.name, reason, said].filter((part) => part !== undefined && part !== '').join('\n');
}

function tried(entries: readonly LogEntry[]): string {
  const lines = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'granted') lines.add(words.granted(whatOf(entry.scope)));
    if (entry.kind === 'refused') lines.add(words.refused(whatOf(entry.scope)));
    if (entry.kind === 'screen-shown') lines.add(words.seen);
    if (entry.kind === 'call-accepted') lines.add(words.talked);
    if (entry.kind === 'launch-settled' && entry.outcome === 'done')
      lines.add(words.opened(safeName(entry.launch.path)));
    if (entry.kind === 'host-failed') lines.add(words.hostFailed);
  }
  if (lines.size === 0) return words.nothing;
  return sentence([...lines].join(', '));
}

function whatOf(scope: ConsentScope): string {
  return isToolScope(scope) ? toolTexts.brief[scope] : words[scope];
}

function stateOf({ screen, facts, customer }: SessionHead): string {
  return [
    words.screen[screen],
    facts === null ? '' : words.computer(facts.computer, facts.platform),
    customer.present ? '' : words.away,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}

function cut(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`;
}
