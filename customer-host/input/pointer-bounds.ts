const mostNotchesAtOnce = 20;

/** The nearest pixel on a screen of this size; nothing when a coordinate is no number. */
export function clampToScreen(
  x: number,
  y: number,
  screen: { width: number; height: number },
): { x: number; y: number } | undefined {
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined;
  return { x: clamp(x, screen.width), y: clamp(y, screen.height) };
}

function clamp(value: number, size: number): number {
  return Math.min(Math.max(0, Math.floor(value)), Math.max(0, size - 1));
}

/** Adds up parts of wheel notches, as touchpads send them, and gives out whole ones. */
export class WheelNotches {
  #rest = 0;

  /** Whole notches to turn now, -20 to 20. What is no finite number turns nothing. */
  add(notches: number): number {
    if (!Number.isFinite(notches)) return 0;
    const turnsBack = Math.sign(notches) !== Math.sign(this.#rest);
    const sum = (turnsBack ? 0 : this.#rest) + notches;
    // Not -0, which is no notch either.
    const whole = Math.trunc(sum) + 0;
    this.#rest = sum - whole;
    return Math.max(-mostNotchesAtOnce, Math.min(mostNotchesAtOnce, whole));
  }
}
