import type { FilterChoices } from '../../../../shared/contract/statistics-operations.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { texts } from '../../texts/admin-en.ts';

/** What is chosen: an id, `by-code`, or `all`. */
export interface Subject {
  readonly channel: string;
  readonly group: string;
  readonly rep: string;
  readonly incident: string;
}

/** Nothing left out. */
export const everything: Subject = { channel: 'all', group: 'all', rep: 'all', incident: 'all' };

type SubjectFiltersProps = {
  subject: Subject;
  onSubject: (change: Partial<Subject>) => void;
  choices: FilterChoices;
  /** Beside fields whose labels are seen. */
  labelled?: boolean | undefined;
};

/** Channel, group, rep and incident, as far as there are any to choose from. */
export function SubjectFilters({ subject, onSubject, choices, labelled }: SubjectFiltersProps) {
  const labelUnseen = labelled !== true;
  const words = texts.statistics;
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label={words.channel}
        labelUnseen={labelUnseen}
        value={subject.channel}
        onValue={(channel) => onSubject({ channel })}
        choices={[
          { value: 'all', label: words.allChannels },
          ...named(choices.channels),
          { value: 'by-code', label: words.byCode },
        ]}
      />
      {choices.groups.length > 0 && (
        <Select
          label={words.group}
          labelUnseen={labelUnseen}
          value={subject.group}
          onValue={(group) => onSubject({ group })}
          choices={[{ value: 'all', label: words.allGroups }, ...named(choices.groups)]}
        />
      )}
      <Select
        label={words.rep}
        labelUnseen={labelUnseen}
        value={subject.rep}
        onValue={(rep) => onSubject({ rep })}
        choices={[{ value: 'all', label: words.allReps }, ...named(choices.reps)]}
      />
      {choices.incidents.length > 0 && (
        <Select
          label={words.incident}
          labelUnseen={labelUnseen}
          value={subject.incident}
          onValue={(incident) => onSubject({ incident })}
          choices={[{ value: 'all', label: words.allIncidents }, ...named(choices.incidents)]}
        />
      )}
    </>
  );
}
