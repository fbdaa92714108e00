import { Tool } from '../../../../shared/contract/right.ts';
import type { RightSetting, RightState } from '../../../../shared/contract/right.ts';
import { rightTexts } from '../../texts/admin-rights-en.ts';

/** The state of every tool at one level. */
export type RightDraft = Readonly<Record<Tool, RightState>>;

/** What is stored, as states. */
export function rightDraft({ allow, deny }: RightSetting): RightDraft {
  const stateOf = (tool: Tool): RightState =>
    deny.includes(tool) ? 'deny' : allow.includes(tool) ? 'allow' : 'inherit';
  return Object.fromEntries(Tool.options.map((tool) => [tool, stateOf(tool)])) as Record<Tool, RightState>;
}

/** The states, as they are stored. */
export function rightSetting(draft: RightDraft): RightSetting {
  const inState = (state: RightState) => Tool.options.filter((tool) => draft[tool] === state);
  return { allow: inState('allow'), deny: inState('deny') };
}

/** What differs, in words. */
export function rightChanges(saved: RightDraft, now: RightDraft): string[] {
  return Tool.options
    .filter((tool) => saved[tool] !== now[tool])
    .map((tool) => rightTexts.change(rightTexts.tools[tool].name, saved[tool], now[tool]));
}
