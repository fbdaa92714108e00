import { signal } from '@preact/signals';

/** Somebody who typed and vanished does not type for ever. */
const LASTS_MS = 5000;

/** Who of the other side types now, for a few seconds after each sign of it. */
export function createShownTyping() {
  const typing = signal<string | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    typing,
    showTyping(name: string | undefined): void {
      clearTimeout(timer);
      typing.value = name;
      if (name !== undefined) timer = setTimeout(() => (typing.value = undefined), LASTS_MS);
    },
  };
}
