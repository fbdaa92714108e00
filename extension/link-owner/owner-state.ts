/** Everything the link owner knows, as signals: whoever needs a part of it follows that part. */
import { computed, signal } from '@preact/signals';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { RepInvitation } from '../../shared/contract/invitation.ts';
import { firstSettings } from '../port/settings.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';
import type { Asked } from '../port/asked.ts';
import type { Settings } from '../port/settings.ts';
import type {
  Desk,
  LinkView,
  OpenSession,
  OwnCall,
  RequestRow,
  ReservationRow,
  Typing,
  Unsent,
  ViewState,
} from '../port/view-state.ts';
import type { LeftWords, WaitingFile } from '../port/left-words.ts';
import type { WorkDraft } from '../port/work-draft.ts';
import type { StoredAccount, Work } from '../port/worker-contract.ts';

/** The state, as {@link createOwnerState} makes it. */
export type OwnerState = ReturnType<typeof createOwnerState>;

/** A state in which nothing is known yet. */
export function createOwnerState() {
  const state = {
    /** `undefined` until it has been read. */
    account: signal<StoredAccount | null | undefined>(undefined),
    link: signal<LinkView>({ at: 'starting' }),
    desk: signal<Desk | null>(null),
    requests: signal<readonly RequestRow[]>([]),
    reservations: signal<readonly ReservationRow[]>([]),
    invitations: signal<readonly RepInvitation[]>([]),
    sessions: signal<readonly OpenSession[]>([]),
    logs: signal<ReadonlyMap<SessionId, readonly LogEntry[]>>(new Map()),
    unsent: signal<readonly Unsent[]>([]),
    typing: signal<readonly Typing[]>([]),
    shared: signal<readonly SharedItem[]>([]),
    shortcuts: signal<readonly SharedItem[]>([]),
    drafts: signal<readonly WorkDraft[]>([]),
    left: signal<readonly LeftWords[]>([]),
    lostFiles: signal<readonly WaitingFile[]>([]),
    /** By the number of the view's seat. */
    filesOnWay: signal<ReadonlyMap<number, readonly WaitingFile[]>>(new Map()),
    settings: signal<Settings>(firstSettings),
    /** `undefined` until somebody has said: a link owner that was made anew is told by the window that is in the call. */
    call: signal<OwnCall | null | undefined>(undefined),
    wanted: signal<SessionId | null>(null),
    reservationsWanted: signal(false),
    /** Asked for on some page of the browser, until a panel takes it. */
    asked: signal<Asked | null>(null),
    /** Sessions whose chat some view shows at this moment. */
    inSight: signal<ReadonlySet<SessionId>>(new Set()),
  };
  const inWindow = signal<readonly SessionId[]>([]);
  return { ...state, inWindow, isOnline: computed(() => state.link.value.at === 'online') };
}

/** The whole of it for a view that has just come. */
export function viewState(state: OwnerState): ViewState {
  return {
    link: state.link.value,
    desk: state.desk.value,
    requests: [...state.requests.value],
    reservations: [...state.reservations.value],
    invitations: [...state.invitations.value],
    sessions: [...state.sessions.value],
    logs: [...state.logs.value].map(([session, entries]) => ({ session, entries: [...entries] })),
    unsent: [...state.unsent.value],
    typing: [...state.typing.value],
    shared: [...state.shared.value],
    shortcuts: [...state.shortcuts.value],
    drafts: [...state.drafts.value],
    left: [...state.left.value],
    lostFiles: [...state.lostFiles.value],
    settings: state.settings.value,
    ...(state.call.value === undefined ? {} : { call: state.call.value }),
    inWindow: [...state.inWindow.value],
    wanted: state.wanted.value,
    reservationsWanted: state.reservationsWanted.value,
    isAsked: state.asked.value !== null,
  };
}

/** Lays out what an account had written, as it was kept; messages that are here already come after it. */
export function findWork(state: OwnerState, { unsent, drafts, left, files }: Work): void {
  state.unsent.value = [...unsent, ...state.unsent.value];
  state.drafts.value = drafts;
  state.left.value = left;
  state.lostFiles.value = files;
}

/** Forgets all that belongs to an account. */
export function clearDesk(state: OwnerState): void {
  state.desk.value = null;
  state.requests.value = [];
  state.reservations.value = [];
  state.invitations.value = [];
  state.sessions.value = [];
  state.logs.value = new Map();
  state.unsent.value = [];
  state.typing.value = [];
  state.shared.value = [];
  state.shortcuts.value = [];
  state.asked.value = null;
  state.call.value = null;
  state.drafts.value = [];
  state.left.value = [];
  state.lostFiles.value = [];
  state.filesOnWay.value = new Map();
  state.wanted.value = null;
  state.reservationsWanted.value = false;
}
