import { useState } from 'preact/hooks';
import type { CustomerItem } from '../../../../shared/contract/customer-data.ts';
import { useSending } from '../form/use-sending.ts';
import type { Sending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

/** What was found under which words. */
interface Found {
  readonly text: string;
  readonly items: readonly CustomerItem[];
  readonly isMore: boolean;
}

/** Looking for one customer, and again after something was erased. */
export interface CustomerSearch {
  /** `undefined` until somebody has looked. */
  readonly found: Found | undefined;
  /** What was erased of what is found, in words. */
  readonly erased: string | undefined;
  readonly sending: Sending;
  look(text: string): void;
  /** These are erased: shows what is left under the words that were looked for, whatever stands in the field by now. */
  lookAgain(sentence: string, gone: readonly CustomerItem[]): void;
}

export function useCustomerSearch(): CustomerSearch {
  const { model } = usePanel();
  const sending = useSending();
  const [found, setFound] = useState<Found>();
  const [erased, setErased] = useState<string>();
  const find = (text: string) =>
    void sending.run(async () => setFound({ text, ...(await model.server.call('customers.find', { text })) }));
  return {
    found,
    erased,
    sending,
    look(text) {
      setErased(undefined);
      find(text);
    },
    lookAgain(sentence, gone) {
      setErased(sentence);
      if (found === undefined) return;
      // The rest stays until it is looked up, and so does that there is more.
      setFound({ ...found, items: found.items.filter((item) => !gone.includes(item)) });
      find(found.text);
    },
  };
}
