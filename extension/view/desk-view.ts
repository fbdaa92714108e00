/** A view's copy of what the link owner knows: whole at first, then kept true part by part. */
import { batch, computed, signal } from '@preact/signals';
import { growLog } from '../../shared/contract/grow-log.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepInvitation } from '../../shared/contract/invitation.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';
import type { Assignment, Team } from '../../shared/contract/team.ts';
import type { Clock } from '../../shared/ui/clock.ts';
import { firstSettings } from '../port/settings.ts';
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
  ViewEvent,
  ViewState,
} from '../port/view-state.ts';
import type { LeftWords, WaitingFile } from '../port/left-words.ts';
import { withDraft } from '../port/work-draft.ts';
import type { WorkDraft } from '../port/work-draft.ts';

/** Something was drawn on a whiteboard. */
export type WhiteboardEvent = Extract<ViewEvent, { type: 'whiteboard.grew' | 'whiteboard.live' }>;

/** The copy, as {@link createDeskView} makes it. */
export type DeskView = ReturnType<typeof createDeskView>;

type CallListener = (
  event: Extract<ViewEvent, { type: 'call.ordered' | 'call.peers' }> | { readonly type: 'call.unknown' },
) => void;

/** `clock` is this computer's; the view's own clock goes by the server. */
export function createDeskView(clock: Clock) {
  const link = signal<LinkView>({ at: 'starting' });
  const desk = signal<Desk | null>(null);
  const requests = signal<readonly RequestRow[]>([]);
  const reservations = signal<readonly ReservationRow[]>([]);
  const invitations = signal<readonly RepInvitation[]>([]);
  /** How often it was told that somebody agreed to trust, or took it back. */
  const trustNews = signal(0);
  /** How often it was told that somebody wrote in the notes, or in the report, of a session. */
  const noteNews = signal(0);
  const reportNews = signal(0);
  /** What a lead sees of the own groups; `null` until they have looked. */
  const team = signal<Team | null>(null);
  /** What was told last of who is in a session: this rep is out of one, or somebody has answered. */
  const memberNews = signal<Extract<ViewEvent, { type: 'members.out' | 'members.answered' }> | null>(null);
  /** The assignment of which was told last what came of it. */
  const assignmentEnded = signal<Assignment | null>(null);
  const sessions = signal<readonly OpenSession[]>([]);
  const logs = signal<ReadonlyMap<SessionId, readonly LogEntry[]>>(new Map());
  const unsent = signal<readonly Unsent[]>([]);
  const typing = signal<readonly Typing[]>([]);
  const shared = signal<readonly SharedItem[]>([]);
  const shortcuts = signal<readonly SharedItem[]>([]);
  /** How often the link owner has told all that it knows: once for each time that it was reached. */
  const arrivals = signal(0);
  /** What was not sent when its session was gone, and files whose page is gone. */
  const left = signal<readonly LeftWords[]>([]);
  const lostFiles = signal<readonly WaitingFile[]>([]);
  /** What is being written in sessions and about them, as the link owner has it. */
  const drafts = signal<readonly WorkDraft[]>([]);
  const settings = signal<Settings>(firstSettings);
  const inWindow = signal<readonly SessionId[]>([]);
  const call = signal<OwnCall | null>(null);
  const callListeners = new Set<CallListener>();
  const wanted = signal<SessionId | null>(null);
  /** How often the browser's key for Start Session was pressed since this view opened. */
  const startsWanted = signal(0);
  /** A notification of a reservation was clicked: the list is wanted. */
  const reservationsWanted = signal(false);
  /** Something was asked for on some page of the browser. */
  const isAsked = signal(false);
  const boardListeners = new Set<(event: WhiteboardEvent) => void>();
  const waiting = computed(() => requests.value.filter(({ gone }) => gone === null));
  const offered = computed(() => {
    const offer = desk.value?.offer ?? null;
    const row = waiting.value.find(({ request }) => request.id === offer?.request);
    return offer === null || row === undefined ? undefined : { offer, request: row.request };
  });

  const takeSnapshot = (state: ViewState): void => {
    const isFirst = desk.value === null;
    link.value = state.link;
    if (state.call !== undefined) call.value = state.call;
    else for (const listener of callListeners) listener({ type: 'call.unknown' });
    // A link owner that was made anew knows nothing yet: until it does, what is shown stays, and can be written in.
    if (!isFirst && state.desk === null && state.link.at !== 'signed-out') return;
    desk.value = state.desk;
    requests.value = state.requests;
    reservations.value = state.reservations;
    invitations.value = state.invitations;
    sessions.value = state.sessions;
    logs.value = new Map(
      state.sessions.map(({ head: { id } }) => {
        const entries = state.logs.find(({ session }) => session === id)?.entries ?? [];
        return [id, growLog(logs.value.get(id) ?? [], entries).entries];
      }),
    );
    unsent.value = state.unsent;
    drafts.value = state.drafts;
    left.value = state.left;
    lostFiles.value = state.lostFiles;
    typing.value = state.typing;
    shared.value = state.shared;
    shortcuts.value = state.shortcuts;
    settings.value = state.settings;
    inWindow.value = state.inWindow;
    isAsked.value = state.isAsked;
    if (!isFirst) return;
    wanted.value = state.wanted;
    reservationsWanted.value = state.reservationsWanted;
  };

  /* An answer may come after news that are newer. */
  const showTeam = (next: Team): void => {
    if (team.value === null || next.at >= team.value.at) team.value = next;
  };

  const apply = (event: ViewEvent): void => {
    switch (event.type) {
      case 'snapshot':
        return batch(() => {
          takeSnapshot(event.state);
          arrivals.value += 1;
        });
      case 'link.changed':
        link.value = event.link;
        return;
      case 'desk.changed':
        desk.value = event.desk;
        if (event.desk === null) team.value = null;
        return;
      case 'requests.changed':
        requests.value = event.requests;
        return;
      case 'reservations.changed':
        reservations.value = event.reservations;
        return;
      case 'reservations.wanted':
        reservationsWanted.value = true;
        return;
      case 'asked.waits':
        isAsked.value = true;
        return;
      case 'invitations.changed':
        invitations.value = event.invitations;
        return;
      case 'trusts.moved':
        trustNews.value += 1;
        return;
      case 'notes.changed':
        noteNews.value += 1;
        return;
      case 'reports.changed':
        reportNews.value += 1;
        return;
      case 'team.changed':
        return showTeam(event.team);
      case 'members.out':
      case 'members.answered':
        memberNews.value = event;
        return;
      case 'team.assignmentEnded':
        assignmentEnded.value = event.assignment;
        return;
      case 'whiteboard.grew':
      case 'whiteboard.live':
        for (const listener of boardListeners) listener(event);
        return;
      case 'sessions.changed':
        sessions.value = event.sessions;
        return;
      case 'log.grew':
        logs.value = new Map(logs.value).set(
          event.session,
          growLog(logs.value.get(event.session) ?? [], event.entries).entries,
        );
        return;
      case 'unsent.changed':
        unsent.value = event.unsent;
        return;
      case 'draft.changed':
        drafts.value = withDraft(drafts.value, event.draft);
        return;
      case 'left.changed':
        left.value = event.left;
        return;
      case 'lostFiles.changed':
        lostFiles.value = event.files;
        return;
      case 'typing.changed':
        typing.value = event.typing;
        return;
      case 'shared.changed':
        shared.value = event.items;
        return;
      case 'shortcuts.changed':
        shortcuts.value = event.items;
        return;
      case 'settings.changed':
        settings.value = event.settings;
        return;
      case 'windows.changed':
        inWindow.value = event.inWindow;
        return;
      case 'call.changed':
        call.value = event.call;
        return;
      case 'call.ordered':
      case 'call.peers':
        for (const listener of callListeners) listener(event);
        return;
      case 'start.wanted':
        startsWanted.value += 1;
        return;
      case 'session.wanted':
        wanted.value = event.session;
        return;
      default:
        event satisfies never;
    }
  };

  return {
    link,
    desk,
    requests,
    reservations,
    invitations,
    trustNews,
    noteNews,
    reportNews,
    arrivals,
    drafts,
    left,
    lostFiles,
    team,
    assignmentEnded,
    memberNews,
    showTeam,
    sessions,
    logs,
    unsent,
    typing,
    shared,
    /** What the rep keeps for themselves. */
    shortcuts,
    settings,
    inWindow,
    /** The call that was asked for or answered in this browser. */
    call,
    /** Hears what is meant for the window that is in the call, until the returned function is called. */
    onCall(listener: CallListener): () => void {
      callListeners.add(listener);
      return () => callListeners.delete(listener);
    },
    wanted,
    startsWanted,
    reservationsWanted,
    isAsked,
    /** Hears what is drawn on whiteboards, which is too much and too quick to be kept here, until the returned function is called. */
    onWhiteboard(listener: (event: WhiteboardEvent) => void): () => void {
      boardListeners.add(listener);
      return () => boardListeners.delete(listener);
    },
    /** The requests that can still be taken. */
    waiting,
    /** The request that is put before this rep now, with its deadline. */
    offered,
    apply,
    /** The server's time, to which all moments of requests and sessions belong. */
    clock: { now: () => clock.now() + (desk.value?.clockOffsetMs ?? 0), after: clock.after } satisfies Clock,
  };
}
