/** Which right holds: the account's own word before its groups', the nearest group before those above, any group before the role. Pure. */
import { Tool, tools } from '../../shared/contract/right.ts';
import type { EffectiveRight, RightReason, RightSetting } from '../../shared/contract/right.ts';

/** What is decided at one level, and how it is called. There is one setting for each level, so no two of one level can disagree. */
export interface RightLevel {
  readonly because: RightReason;
  readonly setting: RightSetting;
}

/** What holds for every tool, by the first level (the most personal one comes first) that decides it. */
export function resolveRights(levels: readonly RightLevel[]): EffectiveRight[] {
  return Tool.options.map((tool) => {
    const deciding = levels.find(({ setting: { allow, deny } }) => allow.includes(tool) || deny.includes(tool));
    if (deciding === undefined) return { tool, allowed: tools[tool].allowed, because: { level: 'default', name: '' } };
    return { tool, allowed: !deciding.setting.deny.includes(tool), because: deciding.because };
  });
}
