import { Camera, Ellipsis, Mic, MicOff, PhoneCall, PhoneOff, Video, VideoOff, Volume2 } from 'lucide';
import { Button } from '../button.tsx';
import type { Clock } from '../clock.ts';
import { useComponentTexts } from '../component-texts.ts';
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import type { MenuItem } from '../menu.tsx';
import { safeName } from '../safe-text.ts';
import { useElapsed } from '../use-countdown.ts';
import { CallPictures, CallSound } from './call-media.tsx';
import type { CallModel } from './call-model.ts';
import { CallNotices } from './call-notices.tsx';
import { LevelMeter } from './level-meter.tsx';
import type { DeviceKind } from './own-devices.ts';
import { isHeard } from './sound-level.ts';
import './call-bar.css';

type CallBarProps = {
  model: CallModel;
  /** The other one's first name, safe to show. */
  name: string;
  /** When the call was accepted, by `clock`. */
  since: number;
  clock: Clock;
  isEnding: boolean;
  onMuted: (muted: boolean) => void;
  onCamera: (on: boolean) => void;
  onHangUp: () => void;
};

/** A call that runs: with whom, for how long, who speaks, and everything to switch in it. */
export function CallBar(props: CallBarProps) {
  const { model, name, since, clock, isEnding, onMuted, onCamera, onHangUp } = props;
  const words = useComponentTexts().call;
  const isMuted = model.isMuted.value;
  const hasMicrophone = model.microphone.value.at === 'on';
  const isCameraOn = model.camera.value.at !== 'off';
  const link = model.link.value;
  const elapsed = useElapsed(since, clock);
  const facts = [elapsed, words.route[model.route.value]].filter((fact) => fact !== '');
  return (
    <section class="rh-call" aria-label={words.label(name)} data-link={link}>
      <CallSound model={model} />
      <CallPictures model={model} name={name} />
      <div class="rh-call-bar">
        <Icon icon={PhoneCall} size={16} />
        <p class="rh-call-words">
          <b role="status">{words.state(link, name)}</b>
          <span class="rh-numbers"> {facts.join(' · ')}</span>
        </p>
        <div class="rh-call-levels">
          <OwnLevel model={model} />
          <OtherLevel model={model} name={name} />
        </div>
        <div class="rh-call-tools">
          <IconButton
            size="toolbar"
            icon={isMuted || !hasMicrophone ? MicOff : Mic}
            label={isMuted ? words.unmute : words.mute}
            keyHint="Alt M"
            data-state={isMuted ? 'off' : undefined}
            onClick={() => onMuted(!isMuted)}
          />
          <IconButton
            size="toolbar"
            icon={isCameraOn ? Video : VideoOff}
            label={isCameraOn ? words.cameraOff : words.cameraOn}
            keyHint="Alt K"
            data-state={isCameraOn ? 'on' : undefined}
            onClick={() => onCamera(!isCameraOn)}
          />
          <DeviceMenu model={model} />
          <Button
            kind="danger-filled"
            icon={PhoneOff}
            busy={isEnding}
            quietKey="Alt H"
            onClick={onHangUp}
            title={words.hangUp}
          >
            <span class="rh-call-hang-up">{words.hangUp}</span>
          </Button>
        </div>
      </div>
      {model.needsPress.value && (
        <Button icon={Volume2} kind="primary" wide onClick={() => model.played(true)} title={words.needsPress}>
          {words.hear}
        </Button>
      )}
      <CallNotices model={model} name={name} />
    </section>
  );
}

/** Apart from the bar, because it changes ten times a second. */
function OwnLevel({ model }: { model: CallModel }) {
  const words = useComponentTexts().call;
  const level = model.ownLevel.value;
  const isMuted = model.isMuted.value;
  const word = model.microphone.value.at !== 'on' ? 'none' : isMuted ? 'muted' : heardWord(level);
  return (
    <LevelMeter
      label={words.ownLevel}
      name={words.you}
      level={isMuted ? 0 : level}
      word={words.level[word]}
      isOff={word === 'muted' || word === 'none'}
    />
  );
}

function OtherLevel({ model, name }: { model: CallModel; name: string }) {
  const words = useComponentTexts().call;
  const level = model.otherLevel.value;
  const microphone = model.other.value?.microphone ?? 'on';
  const word = microphone === 'on' ? heardWord(level) : microphone;
  return (
    <LevelMeter
      label={words.otherLevel(name)}
      name={name}
      level={level}
      word={words.level[word]}
      isOff={microphone !== 'on'}
    />
  );
}

function heardWord(level: number): 'heard' | 'silent' {
  return isHeard(level) ? 'heard' : 'silent';
}

/** Which microphone and which camera; on a phone by where the camera looks. */
function DeviceMenu({ model }: { model: CallModel }) {
  const words = useComponentTexts().call;
  const { microphone, camera } = model.choices.value;
  const isPhone = matchMedia('(pointer: coarse)').matches && camera.length > 1;
  const facing = model.ownPicture.value?.getVideoTracks()[0]?.getSettings().facingMode;
  const item = (kind: DeviceKind, id: string, label: string, checked: boolean, apart = false): MenuItem<string> => ({
    key: `${kind} ${id}`,
    label: safeName(label, 60),
    icon: kind === 'microphone' ? Mic : Camera,
    checked,
    apart,
  });
  const microphones =
    microphone.length === 0
      ? [item('microphone', '', words.defaultDevice, model.microphone.value.at === 'on')]
      : microphone.map(({ id, label }) =>
          item('microphone', id, label, model.microphone.value.device?.label === label),
        );
  const cameras = isPhone
    ? [
        item('camera', 'user', words.front, facing === 'user', true),
        item('camera', 'environment', words.back, facing === 'environment'),
      ]
    : camera.map(({ id, label }, index) =>
        item('camera', id, label, model.camera.value.device?.id === id, index === 0),
      );
  const choose = (key: string) => {
    const [kind, id = ''] = key.split(' ');
    if (kind === 'microphone') return model.open('microphone', id === '' ? {} : { id });
    if (id === 'user' || id === 'environment') return model.open('camera', { facing: id });
    model.open('camera', { id });
  };
  return <Menu label={words.devices} icon={Ellipsis} items={[...microphones, ...cameras]} onSelect={choose} />;
}
