import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { OrganisationTimes } from '../../../../shared/contract/reservation-operations.ts';
import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { useSaving } from '../form/use-saving.tsx';
import { usePanel } from '../frame/panel-context.ts';

const words = hoursTexts;

/** The form about the whole organisation, and the bar that lists what is not saved of it. */
export function useOrganisationTimes(
  saved: OrganisationTimes | undefined,
  onSaved: () => void,
): { fields: ComponentChildren; unsaved: ComponentChildren } {
  const { model } = usePanel();
  const [changed, setChanged] = useState<Partial<OrganisationTimes>>({});
  const now = saved === undefined ? undefined : { ...saved, ...changed };
  const saving = useSaving({
    changes: saved === undefined || now === undefined ? [] : changesOf(saved, now),
    form: { discard: () => setChanged({}) },
    store: async () => {
      if (now === undefined) return;
      await model.server.call('organisation.setTimes', now);
      setChanged({});
      model.learn({ timeZone: now.timeZone });
      onSaved();
    },
  });
  if (saved === undefined || now === undefined) return { fields: undefined, unsaved: undefined };
  const set = (change: Partial<OrganisationTimes>) => setChanged({ ...changed, ...change });
  return {
    unsaved: saving.bar,
    fields: (
      <FormRow title={words.organisation} hint={words.organisationHint}>
        <Select
          label={words.timeZone}
          hint={words.timeZoneHint}
          value={now.timeZone}
          onValue={(timeZone) => set({ timeZone })}
          choices={zones(now.timeZone).map((zone) => ({ value: zone, label: zone }))}
        />
        <NumberInput
          label={words.number}
          hint={words.numberHint}
          value={now.reservationQueue}
          onValue={(reservationQueue) => set({ reservationQueue: reservationQueue ?? saved.reservationQueue })}
          min={0}
          max={999}
        />
        <NumberInput
          label={words.days}
          hint={words.daysHint}
          value={now.reservationDays}
          onValue={(reservationDays) => set({ reservationDays: reservationDays ?? saved.reservationDays })}
          min={1}
          max={60}
        />
      </FormRow>
    ),
  };
}

/** All that this browser knows, and the one that is set, which the server may name otherwise. */
function zones(current: string): string[] {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])].toSorted();
}

function changesOf(saved: OrganisationTimes, now: OrganisationTimes): string[] {
  const { timeZone, days, number } = words.changes;
  return [
    ...(saved.timeZone === now.timeZone ? [] : [timeZone(now.timeZone)]),
    ...(saved.reservationQueue === now.reservationQueue
      ? []
      : [number(String(saved.reservationQueue), String(now.reservationQueue))]),
    ...(saved.reservationDays === now.reservationDays ? [] : [days(saved.reservationDays, now.reservationDays)]),
  ];
}
