/** A tool's side of its channel to the customer's host. */
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { Contract, EventOf } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { toolTexts } from '../texts/host-tools-en.ts';
import { callOverChannel } from '../../shared/link/channel-calls.ts';
import type { ChannelClient } from '../../shared/link/channel-calls.ts';
import type { RemoteScreenModel } from '../viewer/remote-screen-model.ts';

/** Calls to one tool, for as long as the link lives. */
export interface ToolClient<C extends Contract> extends Pick<ChannelClient<C>, 'call'> {
  sendBytes(bytes: Uint8Array<ArrayBuffer>): void;
  /** Bytes that wait to be sent. */
  readonly backlogBytes: number;
  close(): void;
}

export interface ToolClientPorts<C extends Contract> {
  readonly onEvent: (event: EventOf<C>) => void;
  readonly onBytes?: (bytes: ArrayBuffer) => void;
  /** The link has broken: whatever ran is over on the customer's side too. */
  readonly onGone?: () => void;
}

/** The tool's channel of the live link; `undefined` while there is none. Read it while drawing, so that it is followed. */
export function channelOf(screen: RemoteScreenModel | undefined, tool: ToolScope): RTCDataChannel | undefined {
  return screen?.link.value === 'live' ? screen.channel(tool) : undefined;
}

/** Speaks a contract over a channel. Calls reject with an AppError when the link is gone. */
export function openToolClient<C extends Contract>(
  channel: RTCDataChannel,
  of: C,
  { onEvent, onBytes, onGone }: ToolClientPorts<C>,
): ToolClient<C> {
  const closing = new AbortController();
  const { signal } = closing;
  const calls = callOverChannel(of, { send: (text) => sendOn(channel, text), onEvent });
  const gone = () => {
    closing.abort();
    calls.fail(linkGone());
    onGone?.();
  };
  channel.addEventListener(
    'message',
    ({ data }: { data: unknown }) => {
      if (typeof data === 'string') calls.take(data);
      else if (data instanceof ArrayBuffer) onBytes?.(data);
    },
    { signal },
  );
  channel.addEventListener('close', gone, { signal });
  return {
    call: (name, params) => calls.call(name, params),
    sendBytes(bytes) {
      if (channel.readyState === 'open') channel.send(bytes);
    },
    get backlogBytes() {
      return channel.bufferedAmount;
    },
    close() {
      closing.abort();
      calls.fail(linkGone());
    },
  };
}

function sendOn(channel: RTCDataChannel, text: string): void {
  if (channel.readyState !== 'open') throw linkGone();
  channel.send(text);
}

function linkGone(): AppError {
  return new AppError('no-answer', { text: toolTexts.way.broken });
}
