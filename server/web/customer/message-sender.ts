/** Sends what was written, one at a time and in its order, and again in a moment when no answer came. */
import type { Signal } from '@preact/signals';
import type { Client } from '../../../shared/contract/contract.ts';
import type { CustomerContract } from '../../../shared/contract/customer-contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { failureWords } from '../../../shared/ui/failure-words.ts';
import { nextToSend, passingFailures, withFailure, withoutEntry } from './unsent-messages.ts';
import type { UnsentMessage } from './unsent-messages.ts';

export interface MessageSenderParts {
  readonly server: Client<CustomerContract>;
  readonly unsent: Signal<readonly UnsentMessage[]>;
  /** Hears of each that the server has stored. */
  readonly onSent: (entry: LogEntry) => void;
  readonly againAfterMs: number;
}

/** Returns what sends all that waits; called while it does so, it changes nothing. */
export function createMessageSender({ server, unsent, onSent, againAfterMs }: MessageSenderParts): () => Promise<void> {
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let next = nextToSend(unsent.value); next; next = nextToSend(unsent.value)) {
        const { session, clientId, text } = next;
        try {
          const { entry } = await server.call('chat.send', { session, clientId, text });
          onSent(entry);
          unsent.value = withoutEntry(unsent.value, entry);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          if (passingFailures.has(error.code)) return sendLater();
          unsent.value = withFailure(unsent.value, clientId, failureWords(error));
        }
      }
    } finally {
      isSending = false;
    }
  }

  function sendLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), againAfterMs);
  }

  return send;
}
