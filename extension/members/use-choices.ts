import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { AskableChannel, AskableRep } from '../../shared/contract/member-operations.ts';
import { useView } from '../view/view-context.ts';

/** Who can be asked, as it was when the dialog opened. */
export interface Choices {
  readonly reps: readonly AskableRep[];
  readonly channels: readonly AskableChannel[];
}

/** `undefined` until they have come; a failure is told in the dialog. */
export function useChoices(session: SessionId): Choices | undefined {
  const { orders } = useView();
  const [choices, setChoices] = useState<Choices>();
  useEffect(() => {
    let isWanted = true;
    void orders.give('members.choices', { session }).then((answer) => {
      if (isWanted) setChoices(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [session]);
  return choices;
}
