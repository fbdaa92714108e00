/** Remembers every message that goes over a link: when it was written, how often sent, and what came back. */
import * as v from 'valibot';
import { Reply } from '../../../shared/contract/contract.ts';
import { LogEntry } from '../../../shared/contract/session-log.ts';
import { openSocketLink } from '../../../shared/link/socket-carrier.ts';
import type { SocketLink, SocketLinkOptions } from '../../../shared/link/socket-carrier.ts';
import type { Written } from './fleet-words.ts';

const ChatSend = v.object({ session: v.string(), clientId: v.string(), text: v.string() });
const Stored = v.object({ entry: LogEntry });

type Writing = { -readonly [K in keyof Written]: Written[K] };

/** The messages of one side of one session. */
export interface WrittenMessages {
  readonly all: readonly Written[];
  /** A person pressed Send. */
  write(text: string): void;
}

/** The messages of everybody who writes over one link. */
export interface MessageBook {
  of(session: string): WrittenMessages;
  /** A real link on which sent messages and their acknowledgements are noted. */
  readonly openSocket: typeof openSocketLink;
}

export function createMessageBook(
  by: Written['by'],
  headers: Readonly<Record<string, string>>,
  onAcknowledged: () => void,
): MessageBook {
  const books = new Map<string, Writing[]>();
  const bookOf = (session: string) => {
    const book = books.get(session) ?? [];
    books.set(session, book);
    return book;
  };

  return {
    of(session) {
      const book = bookOf(session);
      return {
        all: book,
        write: (text) => void book.push({ by, text, clientId: '', invokedAt: Date.now(), sent: 0, acknowledged: null }),
      };
    },
    openSocket(options: SocketLinkOptions): SocketLink {
      const link = openSocketLink({ ...options, headers });
      return {
        get state() {
          return link.state;
        },
        retryNow: () => link.retryNow(),
        close: () => link.close(),
        async call(call) {
          const params = call.operation === 'chat.send' ? v.parse(ChatSend, call.params) : undefined;
          const message = params && bookOf(params.session).find(({ text }) => text === params.text);
          if (params === undefined || message === undefined) return link.call(call);
          if (message.sent > 0 && message.clientId !== params.clientId) throw new Error('Sent under two ids');
          message.clientId = params.clientId;
          message.sent += 1;
          const answer = await link.call(call);
          const reply = v.parse(Reply, answer);
          if (reply.ok) {
            message.acknowledged = { at: Date.now(), seq: v.parse(Stored, reply.result).entry.seq };
            onAcknowledged();
          }
          return answer;
        },
      };
    },
  };
}
