import type { SessionHead } from '../../../shared/contract/session.ts';

/** What becomes of live sessions whose rep signs out and stays away: those of a channel stand in its line, others end. */
export function afterSignOut(live: readonly Pick<SessionHead, 'channelName'>[]): ('line' | 'end')[] {
  const isLeft = {
    line: live.some(({ channelName }) => channelName !== ''),
    end: live.some(({ channelName }) => channelName === ''),
  };
  return (['line', 'end'] as const).filter((what) => isLeft[what]);
}
