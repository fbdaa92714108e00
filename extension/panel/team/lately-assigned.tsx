import type { Assignment, Team } from '../../../shared/contract/team.ts';
import { clockTime } from '../../../shared/ui/format-time.ts';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { teamTexts } from '../../texts/team-en.ts';
import { useView } from '../../view/view-context.ts';

const words = teamTexts;
const mostShown = 5;

/** What came of the last assignments; those that still stand are shown where the customer waits. */
export function LatelyAssigned({ team }: { team: Team }) {
  const { desk } = useView();
  const settled = team.assignments
    .flatMap((assignment) => (assignment.end === null ? [] : [{ assignment, end: assignment.end }]))
    .slice(0, mostShown);
  if (settled.length === 0) return null;
  const who = ({ by, byName }: Assignment) =>
    by === desk.desk.value?.account.id ? words.byYou : words.by(safeName(byName));
  return (
    <Section title={words.lately} flush>
      <List label={words.lately}>
        {settled.map(({ assignment, end }) => (
          <ListRow
            key={assignment.offer}
            title={<OutsideText text={assignment.customer} />}
            detail={`${words.came[end.how](safeName(assignment.toName))} · ${who(assignment)}`}
            end={clockTime(end.at)}
          />
        ))}
      </List>
    </Section>
  );
}
