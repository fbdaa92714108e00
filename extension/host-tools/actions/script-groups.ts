import type { ListedScript } from '../../../shared/contract/script.ts';

/** Scripts that stand together. */
export interface ScriptGroup {
  readonly title: string;
  readonly scripts: readonly ListedScript[];
}

/** Those in which every word of `sought` occurs, by their groups in the order in which they come. `noGroup` is the title of those without one. Pure. */
export function groupsOf(scripts: readonly ListedScript[], sought: string, noGroup: string): ScriptGroup[] {
  const wanted = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = scripts.filter(({ name, description, group }) => {
    const text = `${name} ${description} ${group}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const titles = [...new Set(found.map(({ group }) => group))];
  return titles.map((group) => ({
    title: group === '' ? noGroup : group,
    scripts: found.filter((script) => script.group === group),
  }));
}
