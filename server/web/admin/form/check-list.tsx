import type { ComponentChildren } from 'preact';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import './check-list.css';

/** One thing that can be in or out. */
export type Check<Id extends string> = { id: Id; name: string; note?: string | undefined; mark?: ComponentChildren };

type CheckListProps<Id extends string> = {
  /** Read aloud; the row's title usually says it. */
  label: string;
  checks: readonly Check<Id>[];
  chosen: readonly Id[];
  onChosen: (chosen: Id[]) => void;
};

/** Any number of a list, in the list's order. */
export function CheckList<Id extends string>({ label, checks, chosen, onChosen }: CheckListProps<Id>) {
  const toggle = (id: Id, isIn: boolean) =>
    onChosen(checks.map((check) => check.id).filter((other) => (other === id ? isIn : chosen.includes(other))));
  return (
    <fieldset class="admin-checks">
      <legend class="rh-unseen">{label}</legend>
      {checks.map(({ id, name, note, mark }) => (
        <label key={id} class="admin-check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          {mark}
          <span class="admin-check-words">
            <OutsideText text={name} />
            {note !== undefined && (
              <span class="admin-check-note">
                <OutsideText text={note} />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
