import type { RefObject } from 'preact';

/** Takes the reader to the first field that must be mended, once the faults have been drawn. */
export function focusFirstFault(form: RefObject<HTMLFormElement | null>): void {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
