import { useState } from 'preact/hooks';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';

/** Removes a channel, after saying who is touched by it. Held while somebody waits in it, as the server refuses it then. */
export function RemoveRow({ channel }: { channel: Channel }) {
  const { model, router } = usePanel();
  const [isAsking, setAsking] = useState(false);
  const sending = useSending();
  const name = safeName(channel.name);
  const held = channel.waiting === 0 ? undefined : texts.channels.removeHeld(channel.waiting);
  const remove = async () => {
    await model.server.call('channels.remove', { id: channel.id });
    model.say(texts.channels.removed(name));
    router.setUnsaved(false);
    router.go(paths.channels);
  };
  return (
    <FormRow title={texts.channels.remove} hint={texts.channels.removeHint}>
      <Failure text={sending.failure} />
      <div>
        <Button kind="danger" disabledReason={held} onClick={() => setAsking(true)}>
          {texts.channels.removeAsk}
        </Button>
      </div>
      {held !== undefined && <p class="rh-soft">{held}</p>}
      {isAsking && held === undefined && (
        <Dialog
          title={texts.channels.removeTitle(name)}
          harmless={texts.channels.removeKeep}
          onHarmless={() => setAsking(false)}
          act={texts.channels.removeNow}
          actKind="danger"
          acting={sending.isBusy}
          actingText={texts.channels.removing}
          onAct={() => void sending.run(remove).then(() => setAsking(false))}
        >
          {texts.channels.removeText(channel.reservations.open, channel.members.length).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Dialog>
      )}
    </FormRow>
  );
}
