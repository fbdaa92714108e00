import { useEffect, useState } from 'preact/hooks';
import type { Opening } from '../../../../shared/contract/business-hours.ts';
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Segments } from '../../../../shared/ui/segments.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { FormFaults } from '../request/form-faults.tsx';
import { useAction } from '../use-action.ts';
import { callDays, dayName } from './call-times.ts';
import './reservation.css';

const words = reservationTexts;

/** `undefined`: a time is wished, and not chosen yet. */
export type Wish = number | null | undefined;

type WishedTimeProps = {
  model: CustomerModel;
  channel: PublicChannel['id'];
  value: Wish;
  onValue: (value: Wish) => void;
  /** What must be mended, shown at the fields. */
  fault: string | undefined;
};

/** As soon as possible, or at a time in business hours, in the customer's own time zone. */
export function WishedTime({ model, channel, value, onValue, fault }: WishedTimeProps) {
  return (
    <section class="reservation-when" aria-labelledby="when-to-call">
      <h2 id="when-to-call">{words.when}</h2>
      <Segments
        label={words.when}
        segments={[
          { value: 'soon', label: words.how.soon },
          { value: 'at', label: words.how.at },
        ]}
        value={value === null ? 'soon' : 'at'}
        onValue={(how) => onValue(how === 'soon' ? null : undefined)}
      />
      {value !== null && (
        <DayAndTime key={channel} model={model} channel={channel} value={value} onValue={onValue} fault={fault} />
      )}
    </section>
  );
}

function DayAndTime({ model, channel, value, onValue, fault }: WishedTimeProps & { value: number | undefined }) {
  const [openings, setOpenings] = useState<readonly Opening[]>();
  const [day, setDay] = useState<string>();
  const loading = useAction();
  const load = () =>
    loading.run(async () => {
      setOpenings((await model.server.call('reservations.times', { channel })).openings);
    });
  useEffect(load, [channel]);
  if (openings === undefined) {
    return (
      <>
        <p class="rh-soft" role="status">
          {loading.failure === undefined ? words.loadingTimes : words.noTimesFailed}{' '}
          {loading.failure !== undefined && <Link onClick={load}>{texts.link.retry}</Link>}
        </p>
        <FormFaults faults={[fault]} />
      </>
    );
  }
  const days = callDays(openings, systemClock.now() + model.clockOffsetMs.value);
  if (days.length === 0) {
    return (
      <>
        <p role="status">{words.noTimes}</p>
        <FormFaults faults={[fault]} />
      </>
    );
  }
  const chosen = days.find(({ key, times }) => (value === undefined ? key === day : times.includes(value)));
  return (
    <div class="request-pairs">
      <Select
        label={words.day}
        value={chosen?.key ?? ''}
        placeholder="–"
        onValue={(key) => {
          setDay(key);
          onValue(undefined);
        }}
        choices={days.map(({ key, first }) => ({ value: key, label: dayName(first) }))}
        error={chosen === undefined ? fault : undefined}
      />
      <Select
        label={words.time}
        value={value === undefined ? '' : String(value)}
        placeholder={chosen === undefined ? words.dayFirst : '–'}
        disabled={chosen === undefined}
        onValue={(time) => onValue(Number(time))}
        choices={(chosen?.times ?? []).map((time) => ({ value: String(time), label: clockTime(time) }))}
        error={chosen !== undefined && value === undefined ? fault : undefined}
      />
    </div>
  );
}
