import * as v from 'valibot';
import { CursorMessage } from '../../shared/contract/screen-link.ts';

/** The remote pointer: its picture as a CSS cursor and a data address, and where it is on the remote screen. */
export interface RemoteCursor {
  readonly picture: { readonly url: string; readonly hotX: number; readonly hotY: number } | undefined;
  readonly at: { readonly x: number; readonly y: number } | undefined;
}

export const noCursor: RemoteCursor = { picture: undefined, at: undefined };

/** Takes one message of the `cursor` channel; what is none changes nothing. */
export function afterCursorMessage(cursor: RemoteCursor, data: unknown): RemoteCursor {
  const message = parse(data);
  switch (message?.type) {
    case undefined:
      return cursor;
    case 'position':
      return { ...cursor, at: { x: message.x, y: message.y } };
    case 'hidden':
      return { ...cursor, picture: undefined };
    case 'shape': {
      const url = paint(message.pixels, message.width, message.height);
      return { ...cursor, picture: url === undefined ? undefined : { url, hotX: message.hotX, hotY: message.hotY } };
    }
    default:
      return message satisfies never;
  }
}

function parse(data: unknown): CursorMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = v.safeParse(CursorMessage, JSON.parse(data));
    return message.success ? message.output : undefined;
  } catch {
    // Not JSON: dropped, the pointer keeps its last picture.
    return undefined;
  }
}

function paint(base64: string, width: number, height: number): string | undefined {
  const pixels = Uint8ClampedArray.from(atob(base64), (character) => character.charCodeAt(0));
  if (pixels.length !== width * height * 4) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas.toDataURL();
}
