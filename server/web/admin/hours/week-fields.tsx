import { Button } from '../../../../shared/ui/button.tsx';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { DayBar } from './day-bar.tsx';
import { dayFault } from './hours-draft.ts';
import type { HoursDraft } from './hours-draft.ts';

const words = hoursTexts;

type WeekFieldsProps = {
  draft: HoursDraft;
  zone: string;
  wasTried: boolean;
  onChange: (draft: HoursDraft) => void;
};

/** The hours of each day of the week, written and drawn. */
export function WeekFields({ draft, zone, wasTried, onChange }: WeekFieldsProps) {
  const { hasHours, days } = draft;
  const setDay = (day: number, text: string) =>
    onChange({ ...draft, days: days.map((before, index) => (index === day ? text : before)) });
  return (
    <FormRow title={words.week} hint={words.weekHint(zone)}>
      <Switch
        label={words.hasHours}
        hint={words.hasHoursHint}
        checked={hasHours}
        onChecked={(checked) => onChange({ ...draft, hasHours: checked })}
      />
      {hasHours && (
        <>
          <p class="rh-soft">{words.dayHint}</p>
          <div class="admin-week">
            {words.weekdays.map((name, day) => (
              <div key={name} class="admin-week-day">
                <TextInput
                  label={name}
                  value={days[day] ?? ''}
                  placeholder={words.closed}
                  onValue={(text) => setDay(day, text)}
                  error={wasTried ? dayFault(days[day] ?? '') : undefined}
                  autocomplete="off"
                />
                <DayBar text={days[day] ?? ''} />
              </div>
            ))}
          </div>
          <div>
            <Button
              onClick={() =>
                onChange({ ...draft, days: days.map((text, day) => (day > 0 && day < 5 ? (days[0] ?? '') : text)) })
              }
            >
              {words.copy}
            </Button>
          </div>
        </>
      )}
    </FormRow>
  );
}
