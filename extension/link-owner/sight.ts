/** What the rep can see, over all views: chats in sight are read, screens in a window are not shown twice. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { ViewSeat } from '../port/view-door.ts';
import type { Look } from '../port/view-state.ts';
import type { OwnerState } from './owner-state.ts';

/** What the views say they show. */
export interface Sight {
  look(seat: ViewSeat, look: Look): void;
  left(seat: ViewSeat): void;
}

/** Keeps `state.inSight` and `state.inWindow` true, and remembers where the panel was. */
export function createSight(state: OwnerState): Sight {
  const looks = new Map<number, Look>();

  const sessionsOf = (isMeant: (look: Look) => boolean): ReadonlySet<SessionId> => {
    const sessions = [...looks.values()].filter(isMeant).map(({ session }) => session);
    return new Set(sessions.filter((session) => session !== null));
  };
  const publish = () => {
    const inSight = sessionsOf((look) => look.chat && !look.hidden);
    if (!isSame(inSight, state.inSight.value)) state.inSight.value = inSight;
    const inWindow = sessionsOf((look) => look.from === 'window' && look.picture);
    if (!isSame(inWindow, new Set(state.inWindow.value))) state.inWindow.value = [...inWindow];
  };

  return {
    look(seat, look) {
      looks.set(seat.id, look);
      // A panel that is opened again begins where this one was.
      if (look.from === 'panel' && !look.hidden) {
        state.wanted.value = look.session;
        state.reservationsWanted.value = false;
      }
      publish();
    },
    left(seat) {
      looks.delete(seat.id);
      publish();
    },
  };
}

function isSame(one: ReadonlySet<SessionId>, other: ReadonlySet<SessionId>): boolean {
  return one.size === other.size && [...one].every((session) => other.has(session));
}
