/**
 * Which of `keys` an arrow, Home or End goes to from `current`; `undefined` when the key is none of them. Rows also
 * follow the reading direction of the page; both kinds go round at their ends.
 */
export function neighbourByArrow<Key>(
  keys: readonly Key[],
  current: Key,
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  along: 'row' | 'column',
): Key | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || keys.length === 0) return undefined;
  if (event.key === 'Home') return keys[0];
  if (event.key === 'End') return keys.at(-1);
  const step = stepOf(event.key, along);
  if (step === 0) return undefined;
  return keys[(keys.indexOf(current) + step + keys.length) % keys.length];
}

function stepOf(key: string, along: 'row' | 'column'): number {
  if (along === 'column') return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const forward = typeof document !== 'undefined' && document.documentElement.dir === 'rtl' ? -1 : 1;
  return key === 'ArrowRight' ? forward : key === 'ArrowLeft' ? -forward : 0;
}
