import { CalendarPlus, X } from 'lucide';
import { Button } from '../../../../shared/ui/button.tsx';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { holidayFaults } from './hours-draft.ts';
import type { HolidayDraft } from './hours-draft.ts';

const words = hoursTexts;
/** More than the contract takes would be refused as a whole. */
const most = 100;

type HolidayFieldsProps = {
  holidays: readonly HolidayDraft[];
  wasTried: boolean;
  onChange: (holidays: readonly HolidayDraft[]) => void;
};

/** The days that do not follow the week: closed, or with hours of their own. */
export function HolidayFields({ holidays, wasTried, onChange }: HolidayFieldsProps) {
  const set = (key: number, change: Partial<HolidayDraft>) =>
    onChange(holidays.map((holiday) => (holiday.key === key ? { ...holiday, ...change } : holiday)));
  const add = () => {
    const key = Math.max(-1, ...holidays.map((holiday) => holiday.key)) + 1;
    onChange([...holidays, { key, date: '', name: '', hours: '' }]);
  };
  return (
    <FormRow title={words.holidays} hint={words.holidaysHint}>
      {holidays.length === 0 && <p class="rh-soft">{words.noHolidays}</p>}
      {holidays.map((holiday) => {
        const faults: Partial<Record<'date' | 'name' | 'hours', string>> = wasTried
          ? holidayFaults(holiday, holidays)
          : {};
        const name = safeName(holiday.name);
        return (
          <div key={holiday.key} class="admin-holiday">
            <TextInput
              label={words.date}
              type="date"
              value={holiday.date}
              onValue={(date) => set(holiday.key, { date })}
              error={faults.date}
            />
            <TextInput
              label={words.name}
              value={holiday.name}
              onValue={(text) => set(holiday.key, { name: text })}
              error={faults.name}
              maxLength={60}
              autocomplete="off"
            />
            <TextInput
              label={words.hours}
              value={holiday.hours}
              placeholder={words.closed}
              onValue={(hours) => set(holiday.key, { hours })}
              error={faults.hours}
              autocomplete="off"
            />
            <IconButton
              icon={X}
              label={words.remove(name === '' ? words.unnamed : name)}
              onClick={() => onChange(holidays.filter(({ key }) => key !== holiday.key))}
            />
          </div>
        );
      })}
      {holidays.length < most && (
        <div>
          <Button icon={CalendarPlus} onClick={add}>
            {words.add}
          </Button>
        </div>
      )}
    </FormRow>
  );
}
