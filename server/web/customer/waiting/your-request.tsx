import { LogOut } from 'lucide';
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { incidentTexts } from '../../texts/customer-incidents.ts';
import { texts } from '../../texts/customer.ts';
import { OwnDetails } from './own-details.tsx';

const words = texts.waiting;

type YourRequestProps = {
  place: QueuePlace;
  /** Missing while it is being changed. */
  onChange: (() => void) | undefined;
  onLeave: () => void;
};

/** What was asked, as the person who answers reads it. */
export function YourRequest({ place, onChange, onLeave }: YourRequestProps) {
  const { form, incident, since } = place;
  return (
    <>
      <OwnDetails
        title={words.yourRequest}
        lines={[
          { term: words.from, text: form.name, after: `, ${clockTime(since)}` },
          { term: incidentTexts.label, text: incident?.name ?? '' },
          { term: words.reason, text: form.reason },
          { term: words.message, text: form.message, isMessage: true },
        ]}
      />
      {onChange !== undefined && (
        <p>
          <Link onClick={onChange}>{words.change}</Link>
        </p>
      )}
      <hr />
      <p>
        <Link icon={LogOut} onClick={onLeave}>
          {words.leave}
        </Link>
      </p>
    </>
  );
}
