import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { FormRow } from '../form/form-row.tsx';

type CapacityRowProps = { value: number | null; onValue: (capacity: number | null) => void };

/** How many customers somebody helps at the same time; empty is as each channel says. */
export function CapacityRow({ value, onValue }: CapacityRowProps) {
  const { capacity } = texts.accounts;
  return (
    <FormRow title={capacity.title} hint={capacity.rowHint}>
      <NumberInput
        label={capacity.label}
        hint={value === null ? capacity.asChannels : capacity.own}
        value={value ?? undefined}
        onValue={(wanted) => onValue(wanted ?? null)}
        min={1}
        max={99}
        placeholder={capacity.placeholder}
      />
    </FormRow>
  );
}
