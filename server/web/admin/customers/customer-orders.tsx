import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import type { CustomerItem } from '../../../../shared/contract/customer-data.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { customerTexts as words } from '../../texts/admin-customers-en.ts';
import { Failure } from '../form/failure.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { saveFile } from '../../save-file.ts';

type CustomerOrdersProps = {
  chosen: readonly CustomerItem[];
  /** How many there are to choose from. */
  all: number;
  onErased: (sentence: string, gone: readonly CustomerItem[]) => void;
};

/** Hands out what is chosen as one file, or erases it after asking. */
export function CustomerOrders({ chosen, all, onErased }: CustomerOrdersProps) {
  const { model } = usePanel();
  const exporting = useSending();
  const erasing = useSending();
  const [done, setDone] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const hasLive = chosen.some(({ isLive }) => isLive);
  const save = async () => {
    const records: unknown[] = [];
    // One at a time: a log may be long, and each is written into the audit trail.
    for (const { kind, id } of chosen) {
      setDone(records.length);
      records.push((await model.server.call('customers.read', { kind, id })).record);
    }
    saveFile('customer-data.json', JSON.stringify({ records }, undefined, 2), 'application/json');
    model.say(words.saved);
  };
  const erase = async () => {
    const items = chosen.map(({ kind, id }) => ({ kind, id }));
    const { erased } = await model.server.call('customers.erase', { items });
    onErased(words.erased(erased), chosen);
  };
  const failure = exporting.failure ?? erasing.failure;
  return (
    <div class="admin-part admin-fields">
      <p class="rh-soft">{words.chosen(chosen.length, all)}</p>
      <Failure text={failure} />
      <div class="admin-picture-orders">
        <Button
          icon={Download}
          disabled={chosen.length === 0}
          busy={exporting.isBusy}
          busyText={words.saving(done, chosen.length)}
          onClick={() => void exporting.run(save)}
        >
          {words.save}
        </Button>
        <Button
          kind="danger"
          disabled={chosen.length === 0}
          disabledReason={hasLive ? words.eraseLive : undefined}
          onClick={() => setAsking(true)}
        >
          {words.erase}
        </Button>
      </div>
      {hasLive && <p class="rh-soft">{words.eraseLive}</p>}
      {isAsking && (
        <Dialog
          title={words.ask.title(chosen.length)}
          harmless={words.ask.keep}
          onHarmless={() => setAsking(false)}
          act={words.ask.act}
          actKind="danger"
          acting={erasing.isBusy}
          actingText={words.ask.acting}
          onAct={() => void erasing.run(erase).then(() => setAsking(false))}
        >
          <p>{words.ask.goes}</p>
          <p>{words.ask.stays}</p>
          <p>{words.ask.backups}</p>
        </Dialog>
      )}
    </div>
  );
}
