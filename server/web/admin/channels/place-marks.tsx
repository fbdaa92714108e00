import type { ChannelStatus } from '../../../../shared/contract/channel.ts';

/** More marks than this nobody counts; the sentence above has the figures. */
const mostDrawn = 30;

type PlaceMarksProps = { taken: number; most: number; of: ChannelStatus };

/** A mark for each place, filled where somebody has it. The sentence beside it says the same. */
export function PlaceMarks({ taken, most, of }: PlaceMarksProps) {
  if (most === 0 || most > mostDrawn) return null;
  return (
    <div class="admin-place-marks" data-of={of} aria-hidden="true">
      {Array.from({ length: most }, (_, place) => (
        <span key={place} data-taken={place < taken} />
      ))}
    </div>
  );
}
