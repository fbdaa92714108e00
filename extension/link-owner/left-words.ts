/** What is left of a session that is gone: words that were not sent and files that were not given, kept until the rep puts them away. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { LeftWords, WaitingFile } from '../port/left-words.ts';
import { paperTexts, runningTexts, written } from '../port/left-texts.ts';
import { draftOf, nothingToSend, withDraft } from '../port/work-draft.ts';
import type { WorkDraft } from '../port/work-draft.ts';
import type { OwnerState } from './owner-state.ts';

/** So many sessions that are gone are remembered; the oldest goes first. */
const mostLeft = 50;

/**
 * A session is out of the rep's hands: whatever waited to be sent in it is laid aside. With `papers`, so are a note and what was
 * changed in the report, which whoever is out of a session can no longer add to it.
 */
export function layAside(state: OwnerState, session: SessionId, { papers }: { papers: boolean }): void {
  const unsent = state.unsent.value.filter((message) => message.session === session);
  const draft = draftOf(state.drafts.value, session);
  const files = filesOf(state, session);
  const messages = unsent.map(({ text, audience = 'all' }) => ({ text, audience, label: '' }));
  const customer =
    state.sessions.value.find(({ head }) => head.id === session)?.head.customer.name ??
    ([draft.customer, ...unsent.map((message) => message.customer ?? '')].find((name) => name !== '') || '');
  const left: LeftWords = {
    session,
    customer,
    texts: [...written(messages), ...runningTexts(draft), ...(papers ? paperTexts(draft) : [])],
    files,
  };
  if (left.texts.length > 0 || files.length > 0) {
    const before = state.left.value.find((one) => one.session === session);
    const others = state.left.value.filter((one) => one !== before);
    const whole = before === undefined ? left : withMore(before, left);
    state.left.value = [...others, whole].slice(-mostLeft);
  }
  clearSession(state, session);
  if (papers) state.drafts.value = withDraft(state.drafts.value, { ...draft, ...nothingToSend, ...noPapers });
}

/** Takes away what belongs to the running of a session. A note and changes in the report stay: they are written after its end too. */
export function clearSession(state: OwnerState, session: SessionId): void {
  state.unsent.value = state.unsent.value.filter((message) => message.session !== session);
  const draft = state.drafts.value.find((one) => one.session === session);
  if (draft !== undefined) state.drafts.value = withDraft(state.drafts.value, { ...draft, ...nothingToSend });
  const isElsewhere = (file: WaitingFile) => file.session !== session;
  state.lostFiles.value = state.lostFiles.value.filter(isElsewhere);
  state.filesOnWay.value = new Map(
    [...state.filesOnWay.value].map(([seat, files]) => [seat, files.filter(isElsewhere)] as const),
  );
}

/** Lays aside what waits for sessions that are not among the rep's any more, as after a restart of the browser. */
export function layAsideGone(state: OwnerState): void {
  const open = new Set(state.sessions.value.map(({ head }) => head.id));
  const waiting = new Set([
    ...state.unsent.value.map(({ session }) => session),
    ...state.drafts.value.filter(isOfOwnSession).map(({ session }) => session),
    ...state.lostFiles.value.map(({ session }) => session),
  ]);
  for (const session of waiting) if (!open.has(session)) layAside(state, session, { papers: false });
}

/* A lead whispers, and briefs whoever is to go on, in sessions that are not among their own: those are not gone. */
function isOfOwnSession({ chat, customer, brief, whisper }: WorkDraft): boolean {
  return chat.trim() !== '' || (customer !== '' && (brief !== null || whisper.trim() !== ''));
}

const noPapers = { note: '', noteEdits: [], report: null };

function filesOf(state: OwnerState, session: SessionId): string[] {
  const onWay = [...state.filesOnWay.value.values()].flat();
  const known = new Map([...state.lostFiles.value, ...onWay].map((file) => [file.clientId, file] as const));
  return [...known.values()].filter((file) => file.session === session).map(({ name }) => name);
}

function withMore(before: LeftWords, more: LeftWords): LeftWords {
  const { session, customer } = more.customer === '' ? before : more;
  return { session, customer, texts: [...before.texts, ...more.texts], files: [...before.files, ...more.files] };
}
