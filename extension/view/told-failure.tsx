import { useState } from 'preact/hooks';
import { Notice } from '../../shared/ui/notice.tsx';
import { useView } from './view-context.ts';

/** Why the last thing did not work, for a dialog: the toast that says it lies beneath. What failed before it opened is not its matter. */
export function ToldFailure() {
  const { orders } = useView();
  const [before] = useState(() => orders.toast.peek()?.id);
  const toast = orders.toast.value;
  if (toast?.kind !== 'failure' || toast.id === before) return null;
  return (
    <Notice kind="danger" alert>
      {toast.text}
    </Notice>
  );
}
