import { effect, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import * as v from 'valibot';

/** Where a tab keeps things over a reload: the browser's `sessionStorage`, which goes with the tab. Asking for it may throw. */
export type TabStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Of a tab that keeps nothing. */
export const noStorage: TabStorage = () => ({
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
});

/** A signal that a reload of this tab leaves as it was. Nothing is kept of `initial`, nor where the browser stores nothing. */
export function keptSignal<Value>(
  name: string,
  schema: v.GenericSchema<unknown, Value>,
  initial: Value,
  storage: TabStorage,
): Signal<Value> {
  const kept = signal(read(name, schema, storage) ?? initial);
  effect(() => keep(name, kept.value === initial ? undefined : kept.value, storage));
  return kept;
}

function read<Value>(name: string, schema: v.GenericSchema<unknown, Value>, storage: TabStorage): Value | undefined {
  try {
    const text = storage().getItem(name);
    const stored = v.safeParse(schema, text === null ? undefined : JSON.parse(text));
    return stored.success ? stored.output : undefined;
  } catch {
    // Storage is switched off, or holds something that is not ours: as in a tab that was just opened.
    return undefined;
  }
}

function keep(name: string, value: unknown, storage: TabStorage): void {
  try {
    if (value === undefined) storage().removeItem(name);
    else storage().setItem(name, JSON.stringify(value));
  } catch {
    // A browser that stores nothing still works; only a reload begins anew.
  }
}
