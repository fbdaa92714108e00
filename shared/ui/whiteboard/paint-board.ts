/** Paints a tab as a picture: for saving, copying and printing. Nothing of the program around it is in it. */
import { boardSize } from '../../contract/whiteboard.ts';
import type { BoardItem, BoardPictureId } from '../../contract/whiteboard.ts';
import { inkProperty } from './board-inks.ts';
import { lineHeight, strokePoints, textSizes } from './geometry.ts';

/** Pixels a unit, so that print is not coarse. */
const scale = 2;

/** A PNG of 3200 × 2000 pixels on white paper. `addresses` are those of the pictures that are known. */
export async function paintBoard(
  items: readonly BoardItem[],
  addresses: ReadonlyMap<BoardPictureId, string>,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = boardSize.width * scale;
  canvas.height = boardSize.height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas.');
  const style = getComputedStyle(document.documentElement);
  const pictures = await loadPictures(items, addresses);
  context.scale(scale, scale);
  context.fillStyle = style.getPropertyValue('--board-paper');
  context.fillRect(0, 0, boardSize.width, boardSize.height);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.textBaseline = 'alphabetic';
  for (const item of items) {
    if ('ink' in item) {
      const colour = style.getPropertyValue(inkProperty(item.ink));
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.lineWidth = item.pen;
    }
    paint(context, item, pictures);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('This browser wrote no PNG.');
  return blob;
}

function paint(
  context: CanvasRenderingContext2D,
  item: BoardItem,
  pictures: ReadonlyMap<BoardPictureId, HTMLImageElement>,
): void {
  const { x, y } = item;
  context.beginPath();
  switch (item.kind) {
    case 'stroke': {
      const points = strokePoints(item.points);
      for (const point of points) context.lineTo(x + point.x, y + point.y);
      // A dot is a line that goes nowhere.
      if (points.length === 1) context.lineTo(x + 0.01, y);
      return context.stroke();
    }
    case 'line':
      context.moveTo(x, y);
      context.lineTo(x + item.width, y + item.height);
      return context.stroke();
    case 'rectangle':
      return context.strokeRect(x, y, item.width, item.height);
    case 'circle':
      context.ellipse(x + item.width / 2, y + item.height / 2, item.width / 2, item.height / 2, 0, 0, 2 * Math.PI);
      return context.stroke();
    case 'text': {
      const size = textSizes[item.pen];
      context.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
      for (const [row, words] of item.text.split('\n').entries())
        context.fillText(words, x, y + size + row * size * lineHeight);
      return;
    }
    case 'picture': {
      const picture = pictures.get(item.picture);
      if (picture !== undefined) context.drawImage(picture, x, y, item.width, item.height);
      return;
    }
    default:
      item satisfies never;
  }
}

async function loadPictures(
  items: readonly BoardItem[],
  addresses: ReadonlyMap<BoardPictureId, string>,
): Promise<ReadonlyMap<BoardPictureId, HTMLImageElement>> {
  const wanted = new Set(items.flatMap((item) => (item.kind === 'picture' ? [item.picture] : [])));
  const loaded = await Promise.all(
    [...wanted].map(async (id) => {
      const image = new Image();
      image.src = addresses.get(id) ?? '';
      try {
        await image.decode();
        return [[id, image] as const];
      } catch {
        // Not there, or it cannot be decoded here: the rest is painted all the same.
        return [];
      }
    }),
  );
  return new Map(loaded.flat());
}
