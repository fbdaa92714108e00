/** The customer's own hand wins: control pauses at once, and comes back when the hand has been still for a moment. */

export type PauseState =
  | { readonly at: 'free' }
  /** Paused by the hand; `stillSince` is the hand's last move. */
  | { readonly at: 'hand'; readonly stillSince: number }
  /** Paused by the button on the banner: only the customer gives control back. */
  | { readonly at: 'asked' };

export const free: PauseState = { at: 'free' };

export function handMoved(state: PauseState, now: number): PauseState {
  return state.at === 'asked' ? state : { at: 'hand', stillSince: now };
}

export function pauseAsked(): PauseState {
  return { at: 'asked' };
}

/** Free again when the hand has been still for `stillForMs`. */
export function timePassed(state: PauseState, now: number, stillForMs: number): PauseState {
  return state.at === 'hand' && now - state.stillSince >= stillForMs ? free : state;
}
