/** What an extension hears from the installed host. This process only starts hosts; they live on when the browser closes. */
import type { Readable, Writable } from 'node:stream';
import * as v from 'valibot';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import { NativeOrder } from '../../shared/contract/native-host.ts';
import type { NativeAnswer } from '../../shared/contract/native-host.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { createFrameReader, encodeFrame } from '../../shared/link/native-frames.ts';

export interface BrowserPorts {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether the extension that speaks is ours. */
  readonly isOurs: boolean;
  /** Resolves when a host of its own runs for this ticket; rejects when the system starts none. */
  start(ticket: Ticket): Promise<void>;
}

/** Answers each message in its order. Resolves when the browser closes the stream, or when there is nothing to talk about. */
export async function serveBrowser({ input, output, isOurs, start }: BrowserPorts): Promise<void> {
  const reader = createFrameReader();
  const say = (answer: NativeAnswer) =>
    new Promise<void>((resolve) => output.write(encodeFrame(answer), () => resolve()));
  const protocol = PROTOCOL_VERSION;
  if (!isOurs) return say({ status: 'refused', reason: 'foreign-caller', protocol });
  for await (const bytes of input as AsyncIterable<Uint8Array>) {
    const { messages, broken } = reader.take(bytes);
    for (const message of messages) {
      const order = v.safeParse(NativeOrder, message);
      if (!order.success) return say({ status: 'refused', reason: 'unknown-order', protocol });
      await say(await answerTo(order.output));
    }
    // What follows a bad frame cannot be told from it.
    if (broken) return say({ status: 'refused', reason: 'unknown-order', protocol });
  }

  async function answerTo(order: NativeOrder): Promise<NativeAnswer> {
    if (order.order === 'status') return { status: 'ready', protocol };
    try {
      await start(order.ticket);
      return { status: 'started', protocol };
    } catch (error) {
      console.error('No host could be started:', error instanceof Error ? error.message : '');
      return { status: 'refused', reason: 'cannot-start', protocol };
    }
  }
}
