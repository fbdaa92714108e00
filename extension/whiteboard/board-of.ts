/** The rep's side of the whiteboards: one model for each session, for as long as it runs. */
import { computed, effect } from '@preact/signals';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { systemClock } from '../../shared/ui/clock.ts';
import { createBoardModel } from '../../shared/ui/whiteboard/board-model.ts';
import type { BoardModel } from '../../shared/ui/whiteboard/board-model.ts';
import { newClientId } from '../view/new-client-id.ts';
import type { View } from '../view/open-view.ts';

const boards = new WeakMap<View, Map<SessionId, BoardModel>>();

/** The same one whenever it is asked for, so that what was done can be taken back after another tab was looked at. */
export function boardOf(view: View, session: SessionId): BoardModel {
  const ofView = boards.get(view) ?? new Map<SessionId, BoardModel>();
  boards.set(view, ofView);
  const known = ofView.get(session);
  if (known !== undefined) return known;
  const fresh = begin(view, session, () => ofView.delete(session));
  ofView.set(session, fresh);
  return fresh;
}

function begin({ client, desk }: View, session: SessionId, forget: () => void): BoardModel {
  const board = createBoardModel({
    session,
    side: 'rep',
    clock: systemClock,
    newId: newClientId,
    port: {
      read: () => client.call('whiteboard.read', { session }),
      act: (acts) => client.call('whiteboard.act', { session, acts }),
      draw: (live) => client.call('whiteboard.draw', { session, live }),
      keepPicture: (picture, data) => client.call('whiteboard.keepPicture', { session, picture, data }),
      picture: (picture) => client.call('whiteboard.picture', { session, picture }),
    },
  });
  const leave = desk.onWhiteboard((event) => {
    if (event.session !== session) return;
    if (event.type === 'whiteboard.grew') board.take(event.entries);
    else board.live.take(event.live);
  });
  const isLive = computed(() => desk.sessions.value.some(({ head }) => head.id === session && head.state === 'live'));
  const unfollow = effect(() => {
    // Nothing is drawn any more, and the server would refuse to say what was.
    if (!isLive.value) return queueMicrotask(end);
    // What was missed while the link was away is read anew.
    if (desk.link.value.at === 'online') void board.refresh();
  });
  function end() {
    if (isLive.peek()) return;
    forget();
    leave();
    unfollow();
    board.close();
  }
  return board;
}
