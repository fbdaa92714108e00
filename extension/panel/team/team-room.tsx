import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { clockTime } from '../../../shared/ui/format-time.ts';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { teamTexts } from '../../texts/team-en.ts';
import { LatelyAssigned } from './lately-assigned.tsx';
import { TeamQueue } from './team-queue.tsx';
import { TeamReps } from './team-reps.tsx';
import { useTeam } from './use-team.ts';
import './team-room.css';

/** What a team lead looks after: who waits in the channels of the own groups, and who is there with whom. */
export function TeamRoom() {
  const { team, problem, isOnline, lookAgain } = useTeam();
  if (problem !== null)
    return (
      <EmptyState text={teamTexts.failed(problem)} action={<Button onClick={lookAgain}>{teamTexts.again}</Button>} />
    );
  if (team === null) return <Skeleton label={teamTexts.loading} rows={5} />;
  if (team.reps.length === 0) return <EmptyState text={teamTexts.empty} />;
  return (
    <>
      {!isOnline && (
        <p class="ext-team-old" role="status">
          {teamTexts.asAt(clockTime(team.at))}
        </p>
      )}
      <TeamQueue team={team} />
      <LatelyAssigned team={team} />
      <TeamReps team={team} />
    </>
  );
}
