import type { BoardInk } from '../../contract/whiteboard.ts';

/** The custom property of `tokens.css` that holds a pen's colour. */
export function inkProperty(ink: BoardInk): string {
  return `--board-${ink}`;
}

/** For SVG, where a custom property works as it is. */
export function inkColour(ink: BoardInk): string {
  return `var(${inkProperty(ink)})`;
}
