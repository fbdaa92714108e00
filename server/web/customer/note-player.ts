/** Plays one soft note; does nothing where the browser does not let a page sound. */
export interface NotePlayer {
  play(): void;
}

const PITCH_HZ = 660;
const LENGTH_S = 0.5;
const LOUDNESS = 0.25;

/** A note of WebAudio, so that nothing has to be loaded when somebody answers. */
export function createNotePlayer(): NotePlayer {
  let context: AudioContext | undefined;
  return {
    play() {
      try {
        context ??= new AudioContext();
        void context.resume().then(
          () => context && sound(context),
          () => undefined,
        );
      } catch (error) {
        // No sound device, or sound is switched off for this page: the title and the page itself tell it too.
        console.info('The note cannot be played:', error);
      }
    },
  };
}

function sound(context: AudioContext): void {
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
