import { Button } from '../button.tsx';
import { useComponentTexts } from '../component-texts.ts';
import { Notice } from '../notice.tsx';
import { safeName } from '../safe-text.ts';
import type { CallModel } from './call-model.ts';
import type { DeviceKind } from './own-devices.ts';

/** What keeps somebody from being heard or seen, and what to do about it. */
export function CallNotices({ model, name }: { model: CallModel; name: string }) {
  const words = useComponentTexts().call;
  const other = model.link.value === 'live' ? model.other.value?.microphone : undefined;
  return (
    <>
      <DeviceNotice model={model} kind="microphone" />
      <DeviceNotice model={model} kind="camera" />
      {other === 'none' && <Notice kind="info">{words.otherNone(name)}</Notice>}
      {other === 'muted' && <p class="rh-call-other">{words.otherMuted(name)}</p>}
    </>
  );
}

function DeviceNotice({ model, kind }: { model: CallModel; kind: DeviceKind }) {
  const words = useComponentTexts().call;
  const { at, trouble, replaced, device } = model[kind].value;
  if (at === 'asking') return <p class="rh-call-other">{words.asking[kind]}</p>;
  if (trouble !== undefined) {
    const again = <Button onClick={() => model.open(kind)}>{words.again}</Button>;
    return (
      <Notice kind="wait" alert {...(trouble === 'insecure' ? {} : { action: again })}>
        {words.trouble[kind][trouble]}
      </Notice>
    );
  }
  if (!replaced) return null;
  return (
    <Notice kind="info" alert>
      {words.replaced[kind](safeName(device?.label ?? '', 60) || words.otherDevice)}
    </Notice>
  );
}
