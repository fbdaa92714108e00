import type { SessionHead } from '../../shared/contract/session.ts';
import { CallBar } from '../../shared/ui/call/call-bar.tsx';
import type { CallModel } from '../../shared/ui/call/call-model.ts';
import { ComponentTextsContext, useComponentTexts } from '../../shared/ui/component-texts.ts';
import { thisBrowser } from '../platform/this-browser.ts';
import { callTexts } from '../texts/calls-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import type { WindowCall } from './window-call.ts';

/** The call that runs in this window. */
export function CallHere({ head, model, call }: { head: SessionHead; model: CallModel; call: WindowCall }) {
  const { desk, calls } = useView();
  const words = useWordsOfThisBrowser();
  const since = head.call?.since ?? null;
  if (since === null) return null;
  return (
    <ComponentTextsContext.Provider value={words}>
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
    </ComponentTextsContext.Provider>
  );
}

/** Where a browser shows what it blocks. */
function useWordsOfThisBrowser() {
  const words = useComponentTexts();
  const { microphone, camera } = words.call.trouble;
  const blocked = callTexts.blocked[thisBrowser];
  const trouble = {
    microphone: { ...microphone, blocked: blocked.microphone },
    camera: { ...camera, blocked: blocked.camera },
  };
  return { ...words, call: { ...words.call, trouble } };
}
