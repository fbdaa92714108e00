import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useComponentTexts } from '../component-texts.ts';
import type { CallModel } from './call-model.ts';
import { isHeard } from './sound-level.ts';
import './call-media.css';

/** Plays what the other one says. Nothing to see. */
export function CallSound({ model }: { model: CallModel }) {
  const player = useRef<HTMLAudioElement>(null);
  const sound = model.otherSound.value;
  const waits = model.needsPress.value;
  useEffect(() => {
    const { current } = player;
    if (current === null) return;
    if (current.srcObject !== sound) current.srcObject = sound ?? null;
    if (sound === undefined || waits) return;
    current.play().then(
      () => model.played(true),
      (error: unknown) => {
        // Another stream took its place meanwhile: that one plays.
        if (error instanceof DOMException && error.name !== 'AbortError') model.played(false);
      },
    );
  }, [model, sound, waits]);
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- somebody speaks at this moment: nobody has written it down
  return <audio ref={player} />;
}

type CallPicturesProps = { model: CallModel; name: string };

/** The other one's camera large, the own one small and as in a mirror. Nothing while both are off. */
export function CallPictures({ model, name }: CallPicturesProps) {
  const words = useComponentTexts().call;
  const speaks = useComputed(() => isHeard(model.otherLevel.value));
  const own = model.ownPicture.value;
  const theirs = model.other.value?.camera === 'on' ? model.otherPicture.value : undefined;
  if (own === undefined && theirs === undefined) return null;
  return (
    <div class="rh-call-pictures" data-alone={theirs === undefined || own === undefined}>
      {theirs !== undefined && (
        <Picture stream={theirs} label={words.picture(name)} kind="theirs" speaks={speaks.value} />
      )}
      {own !== undefined && <Picture stream={own} label={words.ownPicture} kind={looksAway(own) ? 'away' : 'own'} />}
    </div>
  );
}

type PictureProps = {
  stream: MediaStream;
  label: string;
  kind: 'theirs' | 'own' | 'away';
  speaks?: boolean | undefined;
};

function Picture({ stream, label, kind, speaks = false }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const { current } = video;
    if (current === null) return;
    current.srcObject = stream;
    // Playing is refused only for sound; it stops by itself when another stream takes its place.
    current.play().catch((error: unknown) => console.info('The picture does not play:', error));
  }, [stream]);
  return (
    <video
      ref={video}
      class={`rh-call-picture rh-call-picture-${kind}`}
      aria-label={label}
      data-speaks={speaks}
      muted
      playsInline
    />
  );
}

/** What a phone's back camera sees is no mirror. */
function looksAway(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}
