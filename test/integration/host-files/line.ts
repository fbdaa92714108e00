/** One end of a data channel in this process: what is sent arrives later, in order, and waits in a backlog until then. */
export interface Line {
  /** As the client of a tool sees it. */
  readonly channel: RTCDataChannel;
  readonly bufferedAmount: number;
  send(message: string | Uint8Array<ArrayBuffer>): void;
  /** Something has come from the other side. */
  hear(message: unknown): void;
  close(): void;
}

class Channel extends EventTarget {
  readyState = 'open';
  binaryType = '';
  bufferedAmount = 0;
  readonly #take: (message: string | ArrayBuffer) => void;

  constructor(take: (message: string | ArrayBuffer) => void) {
    super();
    this.#take = take;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    const message = typeof data === 'string' ? data : data.slice().buffer;
    const bytes = typeof message === 'string' ? message.length : message.byteLength;
    this.bufferedAmount += bytes;
    setImmediate(() => {
      this.bufferedAmount -= bytes;
      if (this.readyState === 'open') this.#take(message);
    });
  }
}

/** `take` is the other side. */
export function createLine(take: (message: string | ArrayBuffer) => void): Line {
  const channel = new Channel(take);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that a tool's client uses of a channel is there
    channel: channel as unknown as RTCDataChannel,
    get bufferedAmount() {
      return channel.bufferedAmount;
    },
    send: (message) => channel.send(message),
    hear: (message) => void channel.dispatchEvent(Object.assign(new Event('message'), { data: message })),
    close() {
      channel.readyState = 'closed';
      channel.dispatchEvent(new Event('close'));
    },
  };
}
