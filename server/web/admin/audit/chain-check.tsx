import { ShieldCheck } from 'lucide';
import { useState } from 'preact/hooks';
import type { ResultOf } from '../../../../shared/contract/contract.ts';
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

type Found = ResultOf<AdminContract, 'audit.check'>;

/** Follows the chain from its first entry to its last: the button for it, and whether the chain holds. */
export function useChainCheck() {
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
  const button = (
    <Button icon={ShieldCheck} busy={sending.isBusy} busyText={words.checking} onClick={() => void sending.run(check)}>
      {words.check}
    </Button>
  );
  return { button, outcome: <ChainOutcome found={found} failure={sending.failure} /> };
}

function ChainOutcome({ found, failure }: { found: Found | undefined; failure: string | undefined }) {
  const words = texts.audit;
  if (failure === undefined && found === undefined) return null;
  return (
    <div class="admin-part admin-audit-check">
      {found?.broken === null && <Notice kind="ok">{words.whole(found.through, found.hash)}</Notice>}
      {found?.broken !== undefined && found.broken !== null && (
        <Notice kind="danger" alert>
          {words.broken[found.broken.how](found.broken.n)}
        </Notice>
      )}
      <Failure text={failure} />
    </div>
  );
}
