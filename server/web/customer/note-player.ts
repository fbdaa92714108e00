import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** Whether a note would be heard: `off` until somebody has pressed something, `none` where this browser has no sound. */
export type Sound = 'on' | 'off' | 'none';

/** Plays one soft note; does nothing where the browser does not let a page sound. */
export interface NotePlayer {
  readonly sound: ReadonlySignal<Sound>;
  /** To be called while a press is answered: at no other time do browsers let a page begin to sound. */
  switchOn(): void;
  play(): void;
}

const PITCH_HZ = 660;
const LENGTH_S = 0.5;
const LOUDNESS = 0.25;

/** What counts as a press in every browser. */
const presses = ['click', 'pointerup', 'keydown'] as const;

/** A note of WebAudio, so that nothing has to be loaded when somebody answers. */
export function createNotePlayer(makeContext = () => new AudioContext()): NotePlayer {
  const sound = signal<Sound>('off');
  let context: AudioContext | undefined;

  const follow = () => void (sound.value = context?.state === 'running' ? 'on' : 'off');

  function open(): AudioContext {
    const opened = makeContext();
    opened.onstatechange = follow;
    return opened;
  }

  return {
    sound,
    switchOn() {
      if (sound.value !== 'off') return;
      try {
        context ??= open();
        // Refused: the next press tries again.
        context.resume().then(follow, () => undefined);
      } catch (error) {
        // No sound device, or sound is switched off for this page: the title and the page itself tell it too.
        console.info('The note cannot be played:', error);
        sound.value = 'none';
      }
    },
    play() {
      if (context?.state === 'running') strike(context);
    },
  };
}

/** Lets notes sound from the first press on, wherever it is, and again after the browser has silenced the page. */
export function switchOnAtPress(note: Pick<NotePlayer, 'switchOn'>, page: EventTarget): () => void {
  const options = { capture: true, passive: true };
  for (const press of presses) page.addEventListener(press, note.switchOn, options);
  return () => {
    for (const press of presses) page.removeEventListener(press, note.switchOn, options);
  };
}

function strike(context: AudioContext): void {
  const begin = context.currentTime;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = PITCH_HZ;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH_S);
  tone.connect(volume).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + LENGTH_S);
}
