import { LogOut } from 'lucide';
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { incidentTexts } from '../../texts/customer-incidents.ts';
import { texts } from '../../texts/customer.ts';

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
  const kind = incident?.name ?? '';
  return (
    <>
      <h2>{words.yourRequest}</h2>
      <dl class="your-request">
        <div>
          <dt>{words.from}</dt>
          <dd>
            <OutsideText text={form.name} />, {clockTime(since)}
          </dd>
        </div>
        {kind !== '' && (
          <div>
            <dt>{incidentTexts.label}</dt>
            <dd>
              <OutsideText text={kind} />
            </dd>
          </div>
        )}
        <div>
          <dt>{words.reason}</dt>
          <dd>
            <OutsideText text={form.reason} />
          </dd>
        </div>
        {form.message !== '' && (
          <div>
            <dt>{words.message}</dt>
            <dd>
              <OutsideText as="message" text={form.message} />
            </dd>
          </div>
        )}
      </dl>
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
