/** That somebody was not let in: told on the connection page, where another code can be typed. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { replaceBy } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';

const refused = signal(false);

/** Whether the last code that was used here let nobody in. */
export const wasRefused: ReadonlySignal<boolean> = refused;

/** Another try begins. */
export function forgetRefusal(): void {
  refused.value = false;
}

/** Watches until the returned function is called. */
export function watchRefusal(model: Pick<CustomerModel, 'onEvent'>): () => void {
  return model.onEvent((event) => {
    if (event.type !== 'codes.refused') return;
    refused.value = true;
    replaceBy('/connect');
  });
}
