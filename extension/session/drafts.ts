/** What is being written to customers, one text a session, so that switching between them loses nothing; and who hears of the typing. */
import type { ParamsOf } from '../../shared/contract/contract.ts';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { Reader } from '../port/view-state.ts';
import type { DraftDesk } from '../view/draft-desk.ts';
import { newClientId } from '../view/new-client-id.ts';

/** The drafts, as {@link createDrafts} makes them. */
export type Drafts = ReturnType<typeof createDrafts>;

/** A message as it is sent. */
export interface Message {
  readonly session: SessionId;
  readonly clientId: ClientEntryId;
  readonly text: string;
  readonly audience: Reader;
}

/** A typing sign is told at most this often, and taken back after this silence. In ms. */
const TYPING_EVERY_MS = 3000;
const TYPING_STOPS_MS = 4000;

/** Where the texts are kept, who hears of typing, and by which clock (ms). */
export interface DraftsOptions {
  readonly kept: Pick<DraftDesk, 'of' | 'change'>;
  readonly tellTyping: (sign: ParamsOf<RepContract, 'chat.typing'>) => void;
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** Shows and changes what is kept. */
export function createDrafts({ kept, tellTyping, now, after }: DraftsOptions) {
  /** By session: messages that may have been taken, or not. */
  const notTaken = new Map<SessionId, Message>();
  let told: { session: SessionId; at: number; forget: () => void } | undefined;

  const stopTyping = () => {
    if (told === undefined) return;
    told.forget();
    // Who was told of the typing is told of its end, whoever reads the words by now.
    tellTyping({ session: told.session, typing: false, audience: 'all' });
    told = undefined;
  };
  function setAudience(session: SessionId, audience: Reader) {
    kept.change({ session, audience });
    // The customer is not to wait for words that are not for them.
    if (audience === 'reps' && told?.session === session) stopTyping();
  }

  return {
    of: (session: SessionId): string => kept.of(session).chat,
    set: (session: SessionId, text: string) => kept.change({ session, chat: text }),
    /** Who is to read what is being written; everybody until said otherwise. */
    audienceOf: (session: SessionId): Reader => kept.of(session).audience,
    setAudience,
    /** From everybody to representatives only, and back. */
    turnAudience: (session: SessionId) => setAudience(session, kept.of(session).audience === 'reps' ? 'all' : 'reps'),
    /** A text that was written before, for those whom it was for: both at once, so that no private word stands there for everybody. */
    recall: (session: SessionId, text: string, audience: Reader) => kept.change({ session, chat: text, audience }),
    /** Puts something behind what is written already, on a line of its own. */
    add(session: SessionId, text: string) {
      const before = this.of(session).trimEnd();
      this.set(session, before === '' ? text : `${before}\n${text}`);
    },
    /** A key was pressed in this session's composer. */
    typed(session: SessionId) {
      if (kept.of(session).audience === 'reps') return;
      if (told !== undefined && told.session !== session) stopTyping();
      told?.forget();
      const isDue = told === undefined || now() - told.at >= TYPING_EVERY_MS;
      const at = isDue || told === undefined ? now() : told.at;
      if (isDue) tellTyping({ session, typing: true, audience: this.audienceOf(session) });
      told = { session, at, forget: after(TYPING_STOPS_MS, stopTyping) };
    },
    /** The text as a message for its readers. The one that was put back before is the same message again, and never a second one. */
    messageOf(session: SessionId, text: string): Message {
      const audience = this.audienceOf(session);
      const before = notTaken.get(session);
      notTaken.delete(session);
      if (before?.text === text && before.audience === audience) return before;
      return { session, clientId: newClientId(), text, audience };
    },
    /** The text was sent: nobody types any more. */
    sent(session: SessionId) {
      this.set(session, '');
      if (told?.session === session) stopTyping();
    },
    /** Nobody said that they took it: it stands before what was written meanwhile, and all of it is private where a part is. */
    putBack(message: Message) {
      const { session, text } = message;
      notTaken.set(session, message);
      const { chat, audience } = kept.of(session);
      kept.change({
        session,
        chat: chat === '' ? text : `${text}\n${chat}`,
        audience: message.audience === 'reps' || (chat !== '' && audience === 'reps') ? 'reps' : 'all',
      });
    },
  };
}
