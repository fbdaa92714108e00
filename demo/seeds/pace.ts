/** When people ask and how long they wait: mornings are busy, noon is quiet. Pure. */
import type { Dice } from '../dice.ts';

/** Minutes until the next customer comes to a representative who is free since `at`. */
export function pauseBefore(at: number, dice: Dice): number {
  const hour = new Date(at).getHours();
  if (hour >= 9 && hour < 12) return dice.between(16, 52);
  if (hour === 12) return dice.between(45, 90);
  return dice.between(28, 95);
}

/** Seconds that a customer waited who was answered at `at`. */
export function waitOf(at: number, dice: Dice): number {
  const isBusy = new Date(at).getHours() === 10;
  if (dice.happens(isBusy ? 0.35 : 0.6)) return dice.between(6, 58);
  return dice.happens(0.75) ? dice.between(61, 200) : dice.between(200, isBusy ? 640 : 420);
}
