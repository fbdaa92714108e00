import { Component } from 'preact';
import type { BoardItem, BoardPictureId } from '../../contract/whiteboard.ts';
import { inkColour } from './board-inks.ts';
import { lineHeight, strokePoints, textSizes } from './geometry.ts';

type BoardThingProps = {
  item: BoardItem;
  /** Where the pictures are to be had that are known. */
  addresses: ReadonlyMap<BoardPictureId, string>;
};

/** One thing, drawn. Hundreds of them lie there while one moves, so each is drawn anew only when it is another. */
export class BoardThing extends Component<BoardThingProps> {
  override shouldComponentUpdate(next: BoardThingProps): boolean {
    const { item, addresses } = this.props;
    if (next.item !== item) return true;
    return item.kind === 'picture' && next.addresses.get(item.picture) !== addresses.get(item.picture);
  }

  override render({ item, addresses }: BoardThingProps) {
    return drawn(item, addresses);
  }
}

function drawn(item: BoardItem, addresses: BoardThingProps['addresses']) {
  const { id, x, y } = item;
  const common = { 'data-item': id, 'data-kind': item.kind };
  switch (item.kind) {
    case 'stroke':
      return (
        <polyline
          {...common}
          {...line(item)}
          transform={`translate(${x} ${y})`}
          // A dot is a line that goes nowhere.
          points={strokePoints(item.points).length === 1 ? '0,0 0.01,0' : item.points}
        />
      );
    case 'line':
      return <line {...common} {...line(item)} x1={x} y1={y} x2={x + item.width} y2={y + item.height} />;
    case 'rectangle':
      return <rect {...common} {...line(item)} x={x} y={y} width={item.width} height={item.height} />;
    case 'circle': {
      const [rx, ry] = [item.width / 2, item.height / 2];
      return <ellipse {...common} {...line(item)} cx={x + rx} cy={y + ry} rx={rx} ry={ry} />;
    }
    case 'text': {
      const size = textSizes[item.pen];
      return (
        <text {...common} class="rh-board-words" fill={inkColour(item.ink)} font-size={size}>
          {item.text.split('\n').map((words, row) => (
            <tspan key={row} x={x} y={y + size + row * size * lineHeight}>
              {words}
            </tspan>
          ))}
        </text>
      );
    }
    case 'picture': {
      const address = addresses.get(item.picture);
      const place = { x, y, width: item.width, height: item.height };
      return address === undefined ? (
        <rect {...common} {...place} class="rh-board-missing" />
      ) : (
        <image {...common} {...place} href={address} preserveAspectRatio="none" />
      );
    }
    default:
      return item satisfies never;
  }
}

function line({ ink, pen }: Extract<BoardItem, { pen: number }>) {
  return {
    fill: 'none',
    stroke: inkColour(ink),
    'stroke-width': pen,
    'stroke-linecap': 'round' as const,
    'stroke-linejoin': 'round' as const,
  };
}
