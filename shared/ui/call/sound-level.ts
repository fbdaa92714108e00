/** How loud a track is, ten times a second, for the bars beside a name. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export interface SoundLevel {
  /** From 0 to 1; speech at a desk is around the middle. */
  readonly level: ReadonlySignal<number>;
  follow(track: MediaStreamTrack | null): void;
  close(): void;
}

/** Louder than that is speech and not a room. */
const HEARD = 0.35;
const EVERY_MS = 100;
/** What counts as silence and as full, in decibels below the loudest a track can be. */
const QUIET_DB = -60;
const LOUD_DB = -10;

/** What measures; nothing where this browser has no sound. */
export function openSoundContext(): AudioContext | undefined {
  try {
    return new AudioContext();
  } catch (error) {
    // No sound device, or sound is switched off for this page: people talk as far as they can, without bars.
    console.info('Sound cannot be measured:', error);
    return undefined;
  }
}

/** While there is no context, or the browser has not let it begin, the level is 0. */
export function createSoundLevel(context: AudioContext | undefined): SoundLevel {
  const level = signal(0);
  if (context === undefined) return { level, follow: () => undefined, close: () => undefined };
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  const samples = new Float32Array(analyser.fftSize);
  let source: MediaStreamAudioSourceNode | undefined;
  const timer = setInterval(() => {
    if (source === undefined) return;
    analyser.getFloatTimeDomainData(samples);
    level.value = levelOf(samples);
  }, EVERY_MS);
  const unfollow = () => {
    source?.disconnect();
    source = undefined;
    level.value = 0;
  };
  return {
    level,
    follow(track) {
      unfollow();
      if (track === null) return;
      try {
        source = context.createMediaStreamSource(new MediaStream([track]));
        source.connect(analyser);
      } catch (error) {
        // Firefox refuses a microphone of another sample rate than its loudspeaker's: then there are no bars.
        console.info('This sound cannot be measured:', error);
      }
    },
    close() {
      clearInterval(timer);
      unfollow();
    },
  };
}

/** Whether a level is somebody who speaks. */
export function isHeard(level: number): boolean {
  return level >= HEARD;
}

/** Of samples between -1 and 1: their mean power on a scale of decibels, in steps of a twentieth. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  if (power === 0) return 0;
  const share = (10 * Math.log10(power) - QUIET_DB) / (LOUD_DB - QUIET_DB);
  return Math.round(Math.min(1, Math.max(0, share)) * 20) / 20;
}
