/** That somebody was not let in is told on the connection page, where another code can be typed. */
import { replaceBy } from '../address.ts';
import type { CustomerModel } from '../customer-model.ts';

/** Watches until the returned function is called. */
export function watchRefusal(model: Pick<CustomerModel, 'onEvent'>): () => void {
  return model.onEvent((event) => {
    if (event.type === 'codes.refused') replaceBy('/connect');
  });
}
