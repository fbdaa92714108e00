import { Check } from 'lucide';
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { texts } from '../../texts/customer.ts';
import { linePlaces } from './line-places.ts';
import type { LinePlace } from './line-places.ts';

const words = texts.waiting;

/** The line as a drawing; read aloud as one sentence. */
export function LineDrawing({ place }: { place: QueuePlace }) {
  const places = linePlaces(place);
  return (
    <div class="line" role="img" aria-label={words.drawing(place.position - 1, place.behind)}>
      {places.map((point, index) => (
        <span key={index} class={`line-place line-place-${point.kind}`}>
          <span class="line-point">{face(point)}</span>
          <span class="line-label">{label(point, index === 0)}</span>
        </span>
      ))}
    </div>
  );
}

function face(point: LinePlace) {
  if (point.kind === 'helped') return <Icon icon={Check} size={12} />;
  return point.kind === 'gap' ? '…' : point.number;
}

function label(point: LinePlace, isFirst: boolean): string {
  if (point.kind === 'helped') return isFirst ? words.helped : '';
  if (point.kind === 'you') return words.you;
  return point.kind === 'ahead' && point.number === 1 ? words.next : '';
}
