/** The sounds themselves, made on the spot: no files, nothing below 200 Hz, nothing longer than 0.6 s. */
import type { SoundLevel } from '../../port/settings.ts';

/** One note: pitch in Hz, start and length in seconds, loudness from 0 to 1. */
export interface Note {
  readonly pitch: number;
  readonly at: number;
  readonly length: number;
  readonly loudness: number;
}

/** Two soft notes, a rising fourth. */
export const offerNotes: readonly Note[] = [
  { pitch: 587.33, at: 0, length: 0.26, loudness: 0.5 },
  { pitch: 783.99, at: 0.17, length: 0.4, loudness: 0.5 },
];
/** One short tick for a message out of sight. */
export const tickNotes: readonly Note[] = [{ pitch: 987.77, at: 0, length: 0.12, loudness: 0.28 }];
/** One low note for a connection lost in a session. */
export const lostNotes: readonly Note[] = [{ pitch: 246.94, at: 0, length: 0.5, loudness: 0.45 }];

const levels: Record<SoundLevel, number> = { off: 0, quiet: 0.25, normal: 0.8 };
const ATTACK_S = 0.012;
const SILENCE = 0.0001;

/** Plays notes one after another as they say. Does nothing at level `off`. */
export function playNotes(context: AudioContext, notes: readonly Note[], level: SoundLevel): void {
  if (levels[level] === 0) return;
  // A document that nobody has clicked may begin with its sound suspended; the extension's own may resume it.
  if (context.state === 'suspended') void context.resume();
  const begin = context.currentTime + 0.01;
  for (const note of notes) playNote(context, note, begin + note.at, levels[level]);
}

/* A sine with a trace of its octave, risen softly and let ring: a struck bar, not a beep. */
function playNote(context: AudioContext, { pitch, length, loudness }: Note, at: number, level: number): void {
  const volume = context.createGain();
  volume.gain.setValueAtTime(SILENCE, at);
  volume.gain.exponentialRampToValueAtTime(loudness * level, at + ATTACK_S);
  volume.gain.exponentialRampToValueAtTime(SILENCE, at + length);
  volume.connect(context.destination);
  for (const [times, share] of [
    [1, 1],
    [2, 0.12],
  ] as const) {
    const part = context.createGain();
    part.gain.value = share;
    part.connect(volume);
    const tone = context.createOscillator();
    tone.frequency.value = pitch * times;
    tone.connect(part);
    tone.start(at);
    tone.stop(at + length);
  }
}
