import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Team } from '../../../shared/contract/team.ts';
import { useView } from '../../view/view-context.ts';

/** The server tells of changes for two minutes after somebody has looked: long before that it is asked again. */
const LOOK_AGAIN_MS = 45_000;

/** The team as it is shown. */
export interface ShownTeam {
  /** `null` until it has come. */
  readonly team: Team | null;
  /** Why it cannot be had; `null` while nothing has failed. */
  readonly problem: string | null;
  readonly isOnline: boolean;
  lookAgain(): void;
}

/** The lead's team, kept true for as long as the component is there. After a break it is asked for anew. */
export function useTeam(): ShownTeam {
  const { desk, client } = useView();
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const isOnline = desk.link.value.at === 'online';

  useEffect(() => {
    if (!isOnline) return undefined;
    let isWanted = true;
    let cancel = () => {};
    const look = async () => {
      try {
        const { team } = await client.call('team.look', {});
        if (!isWanted) return;
        desk.showTeam(team);
        setProblem(null);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (isWanted) setProblem(error.message);
      }
      if (isWanted) cancel = desk.clock.after(LOOK_AGAIN_MS, () => void look());
    };
    void look();
    return () => {
      isWanted = false;
      cancel();
    };
  }, [isOnline, tries]);
  const lookAgain = () => {
    setProblem(null);
    setTries(tries + 1);
  };
  return { team: desk.team.value, problem, isOnline, lookAgain };
}
