/** Which files are on their way from which view, so that one whose page goes is not forgotten without a word. */
import type { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { WaitingFile } from '../port/left-words.ts';
import type { ViewSeat } from '../port/view-door.ts';
import type { OwnerState } from './owner-state.ts';

/** The marks, as {@link createFileMarks} makes them. */
export type FileMarks = ReturnType<typeof createFileMarks>;

/** Keeps `state.filesOnWay` and `state.lostFiles`. */
export function createFileMarks(state: OwnerState) {
  return {
    /** What a view has on its way now. */
    onWay(seat: ViewSeat, files: readonly WaitingFile[]) {
      state.filesOnWay.value = new Map(state.filesOnWay.value).set(seat.id, files);
      // After this document was made anew, files count as lost until their pages have come back.
      const here = new Set(files.map(({ clientId }) => clientId));
      if (state.lostFiles.value.some(({ clientId }) => here.has(clientId)))
        state.lostFiles.value = state.lostFiles.value.filter(({ clientId }) => !here.has(clientId));
    },
    /** A view is gone, and the bytes of its files with it. */
    left(seat: ViewSeat) {
      const files = state.filesOnWay.value.get(seat.id) ?? [];
      const others = new Map(state.filesOnWay.value);
      others.delete(seat.id);
      state.filesOnWay.value = others;
      const open = new Set(state.sessions.value.map(({ head }) => head.id));
      const lost = files.filter(({ session }) => open.has(session));
      if (lost.length > 0) state.lostFiles.value = [...state.lostFiles.value, ...lost];
    },
    forget(clientId: ClientEntryId) {
      state.lostFiles.value = state.lostFiles.value.filter((file) => file.clientId !== clientId);
    },
  };
}
