import { ShieldCheck } from 'lucide';
import { useState } from 'preact/hooks';
import type { ResultOf } from '../../../../shared/contract/contract.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/admin-en.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

type Found = ResultOf<AdminContract, 'audit.check'>;

/** Follows the chain from its first entry to its last, and says whether it holds. */
export function ChainCheck() {
  const { model } = usePanel();
  const [found, setFound] = useState<Found>();
  const sending = useSending();
  const words = texts.audit;
  const check = async () => {
    setFound(undefined);
    let part = await model.server.call('audit.check', { from: 0 });
    while (part.more) part = await model.server.call('audit.check', { from: part.through });
    setFound(part);
  };
  return (
    <div class="admin-part admin-audit-check">
      <Button
        icon={ShieldCheck}
        busy={sending.isBusy}
        busyText={words.checking}
        onClick={() => void sending.run(check)}
      >
        {words.check}
      </Button>
      {found?.broken === null && <Notice kind="ok">{words.whole(found.through, found.hash)}</Notice>}
      {found?.broken !== undefined && found.broken !== null && (
        <Notice kind="danger" alert>
          {words.broken[found.broken.how](found.broken.n)}
        </Notice>
      )}
      {sending.failure !== undefined && (
        <Notice kind="danger" alert>
          {sending.failure}
        </Notice>
      )}
    </div>
  );
}
