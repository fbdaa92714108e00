import { CallBar } from '../../shared/ui/call/call-bar.tsx';
import type { CallModel } from '../../shared/ui/call/call-model.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import type { WindowCall } from './window-call.ts';

/** The call that runs in this window. */
export function CallHere({ head, model, call }: { head: SessionHead; model: CallModel; call: WindowCall }) {
  const { desk, calls } = useView();
  const since = head.call?.since ?? null;
  if (since === null) return null;
  return (
    <CallBar
      model={model}
      name={firstName(head.customer.name)}
      since={since}
      clock={desk.clock}
      isEnding={calls.isBusy.value}
      onMuted={call.setMuted}
      onCamera={call.setCamera}
      onHangUp={() => void calls.hangUp(head)}
    />
  );
}
