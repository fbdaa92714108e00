import { useEffect, useRef } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import { screenStanding } from './screen-standing.ts';

/**
 * Calls `showScreen` when the customer has just allowed something, so that the picture comes with the yes. What was
 * allowed before this is drawn, as when the panel is opened again, moves nothing.
 */
export function useScreenOnGrant(head: SessionHead, showScreen: () => void): void {
  const { canSee, canControl } = screenStanding(head);
  const before = useRef({ canSee, canControl });
  useEffect(() => {
    const isMore = (canSee && !before.current.canSee) || (canControl && !before.current.canControl);
    before.current = { canSee, canControl };
    if (isMore) showScreen();
  }, [canSee, canControl]);
}
