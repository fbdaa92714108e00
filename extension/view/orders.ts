/** What a view asks of the link owner on behalf of the person: whatever fails is told in words, and stays told. */
import { signal } from '@preact/signals';
import type { Client, OperationName, ParamsInput, ResultOf } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { ToastMessage } from '../../shared/ui/toast.tsx';
import type { ViewContract } from '../port/view-contract.ts';

/** What came of a question that nobody waits for: the answer, or why there is none. */
export type Answered<Answer> =
  | { readonly answer: Answer; readonly failure?: undefined }
  | { readonly answer?: undefined; readonly failure: AppError };

/** The orders, as {@link createOrders} makes them. */
export type Orders = ReturnType<typeof createOrders>;

/** Nothing has been asked, nothing has failed. */
export function createOrders(client: Client<ViewContract>) {
  const toast = signal<ToastMessage | undefined>(undefined);
  let lastId = 0;
  const tell = (text: string, kind: 'plain' | 'failure' = 'plain') => {
    lastId += 1;
    toast.value = { id: String(lastId), text, kind };
  };
  return {
    /** What the toast says now. */
    toast,
    tell,
    /** Resolves to the answer, or to `undefined` after the toast has told why there is none. */
    async give<N extends OperationName<ViewContract>>(
      name: N,
      params: ParamsInput<ViewContract, N>,
    ): Promise<ResultOf<ViewContract, N> | undefined> {
      // Whoever goes on has read why the last thing failed.
      if (toast.value?.kind === 'failure') toast.value = undefined;
      try {
        return await client.call(name, params);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        tell(error.message, 'failure');
        return undefined;
      }
    },
    /**
     * Asks for what a page shows by itself. It leaves the toast alone, which is for what the person did: what failed of that must not
     * vanish because something was looked up meanwhile.
     */
    async ask<N extends OperationName<ViewContract>>(
      name: N,
      params: ParamsInput<ViewContract, N>,
    ): Promise<Answered<ResultOf<ViewContract, N>>> {
      try {
        return { answer: await client.call(name, params) };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { failure: error };
      }
    },
    /** Like {@link give}, where a failure changes nothing for the person: a typing sign, what is in sight. */
    async mention<N extends OperationName<ViewContract>>(name: N, params: ParamsInput<ViewContract, N>): Promise<void> {
      try {
        await client.call(name, params);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    },
  };
}
