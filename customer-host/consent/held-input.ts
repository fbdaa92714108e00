import type { InputMessage } from '../../shared/contract/screen-link.ts';

type Press = Extract<InputMessage, { type: 'key' | 'button' }>;

/** More keys and buttons than any keyboard and mouse have. */
const MOST_HELD = 256;

/** What a viewer has pressed and not let go of, by its own messages. */
export interface HeldInput {
  /** Whether one more can be held. */
  hasRoom(press: Press): boolean;
  hold(press: Press): void;
  /** Whether it was held until now. */
  letGo(press: Press): boolean;
}

export function createHeldInput(): HeldInput {
  const held = new Set<string>();
  return {
    hasRoom: (press) => held.size < MOST_HELD || held.has(nameOf(press)),
    hold: (press) => void held.add(nameOf(press)),
    letGo: (press) => held.delete(nameOf(press)),
  };
}

/** A key without a code is known by what it makes. */
function nameOf(press: Press): string {
  return press.type === 'button' ? `button ${press.button}` : `key ${press.code === '' ? press.key : press.code}`;
}
