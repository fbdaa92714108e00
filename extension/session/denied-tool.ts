import type { EffectiveRight, Tool } from '../../shared/contract/right.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import { rightTexts } from '../texts/rights-en.ts';

/** Why none of these tools may be used, in words; `undefined` while all of them may. Control needs seeing too. */
export function deniedWords(rights: readonly EffectiveRight[] | undefined, ...needed: Tool[]): string | undefined {
  const denied = rights?.find(({ tool, allowed }) => needed.includes(tool) && !allowed);
  if (denied === undefined) return undefined;
  const { level, name } = denied.because;
  return level === 'group' ? rightTexts.denied.group(safeName(name)) : rightTexts.denied[level];
}
