import type { TabStorage } from '../../../../../server/web/customer/kept-signal.ts';

/** What one tab of a browser keeps over its reloads. */
export function aTab() {
  const kept = new Map<string, string>();
  const storage: TabStorage = () => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  });
  return { kept, storage };
}
