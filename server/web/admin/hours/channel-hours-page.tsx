import { useState } from 'preact/hooks';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import type { OrganisationTimes } from '../../../../shared/contract/reservation-operations.ts';
import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { texts } from '../../texts/admin-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { SeeAlso } from '../frame/see-also.tsx';
import { useLoaded } from '../frame/use-loaded.ts';
import { HolidayFields } from './holiday-fields.tsx';
import { hoursDraft, hoursOf } from './hours-draft.ts';
import { WeekFields } from './week-fields.tsx';

const words = hoursTexts;
const parent = { label: words.title, href: paths.hours };

/** When one channel is open, and how many reservations it takes. */
export function ChannelHoursPage({ id }: { id: ChannelId }) {
  const { model } = usePanel();
  const asked = useLoaded(async () => {
    const [{ channels }, { times }] = await Promise.all([
      model.server.call('channels.list', {}),
      model.server.call('organisation.times', {}),
    ]);
    const channel = channels.find((one) => one.id === id);
    if (channel === undefined) throw new AppError('not-found');
    return { channel, times };
  }, id);
  return (
    <LoadedPage asked={asked} section={paths.hours} title={texts.loading} parent={parent}>
      {(value) => <Editor {...value} />}
    </LoadedPage>
  );
}

function Editor({ channel, times }: { channel: Channel; times: OrganisationTimes }) {
  const { model } = usePanel();
  const [saved, setSaved] = useState(() => stateOf(channel));
  const [draft, setDraft] = useState(saved);
  const [wasTried, setTried] = useState(false);
  const hours = hoursOf(draft.hours);
  const saving = useSaving({
    changes: changesOf(saved, draft),
    form: {
      discard: () => setDraft(saved),
      check: () => {
        setTried(true);
        return hours !== undefined;
      },
    },
    store: async () => {
      if (hours === undefined) return;
      const changed = await model.server.call('channels.setReserving', {
        id: channel.id,
        hours,
        reservationQueue: draft.reservationQueue,
      });
      setSaved(stateOf(changed.channel));
      setDraft(stateOf(changed.channel));
      setTried(false);
    },
  });
  return (
    <PanelPage
      section={paths.hours}
      title={channel.name}
      parent={parent}
      actions={<SeeAlso href={paths.channel(channel.id)}>{words.channel}</SeeAlso>}
      unsaved={saving.bar}
    >
      <PanelForm onSave={saving.save}>
        <FormRow title={words.reservations} hint={words.reservationsHint}>
          <NumberInput
            label={words.number}
            hint={words.numberHint}
            value={draft.reservationQueue ?? undefined}
            placeholder={String(times.reservationQueue)}
            onValue={(value) => setDraft({ ...draft, reservationQueue: value ?? null })}
            min={0}
            max={999}
          />
        </FormRow>
        <WeekFields
          draft={draft.hours}
          zone={times.timeZone}
          wasTried={wasTried}
          onChange={(week) => setDraft({ ...draft, hours: week })}
        />
        <HolidayFields
          holidays={draft.hours.holidays}
          wasTried={wasTried}
          onChange={(holidays) => setDraft({ ...draft, hours: { ...draft.hours, holidays } })}
        />
      </PanelForm>
    </PanelPage>
  );
}

function stateOf({ hours, reservationQueue }: Channel) {
  return { hours: hoursDraft(hours), reservationQueue };
}

function changesOf(saved: ReturnType<typeof stateOf>, now: ReturnType<typeof stateOf>): string[] {
  const number = (value: number | null) => (value === null ? words.asOrganisation : String(value));
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const week = ({ hours: { hasHours, days } }: typeof saved) => (hasHours ? days : null);
  return [
    ...(saved.reservationQueue === now.reservationQueue
      ? []
      : [words.changes.number(number(saved.reservationQueue), number(now.reservationQueue))]),
    ...(isSame(week(saved), week(now)) ? [] : [words.changes.hours]),
    ...(isSame(saved.hours.holidays, now.hours.holidays) ? [] : [words.changes.holidays]),
  ];
}
