import { effect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import { systemClock } from '../../../../shared/ui/clock.ts';
import { createBoardModel } from '../../../../shared/ui/whiteboard/board-model.ts';
import type { BoardModel } from '../../../../shared/ui/whiteboard/board-model.ts';
import type { CustomerModel } from '../customer-model.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';

/** The customer's side of a session's whiteboard, kept true while it is `open`, and kept while it is not. */
export function useBoard(model: CustomerModel, session: SessionId, isOpen: boolean): BoardModel {
  const board = useMemo(() => boardOf(model, session), [model, session]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = model.onEvent((event) => {
      if (event.type === 'whiteboard.grew' && event.session === session) board.take(event.entries);
      if (event.type === 'whiteboard.live' && event.session === session) board.live.take(event.live);
    });
    // What was missed while the link was away is read anew.
    const unfollow = effect(() => {
      if (model.link.value.at === 'open') void board.refresh();
    });
    return () => {
      leave();
      unfollow();
      board.close();
    };
  }, [board, isOpen]);
  return board;
}

function boardOf({ server }: CustomerModel, session: SessionId): BoardModel {
  return createBoardModel({
    session,
    side: 'customer',
    clock: systemClock,
    newId: newClientEntryId,
    port: {
      read: () => server.call('whiteboard.read', { session }),
      act: (acts) => server.call('whiteboard.act', { session, acts }),
      draw: (live) => server.call('whiteboard.draw', { session, live }),
      keepPicture: (picture, data) => server.call('whiteboard.keepPicture', { session, picture, data }),
      picture: (picture) => server.call('whiteboard.picture', { session, picture }),
    },
  });
}
