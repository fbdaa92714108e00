import type { Page } from 'puppeteer-core';

/** One way to see a remote screen, on the same display as the others and in the same browser. */
export interface ScreenPeer {
  readonly name: string;
  /** Where its picture is, best first. */
  readonly pictures: readonly string[];
  /** Processes on the customer's side that bring the screen onto the network. */
  readonly hostPids: readonly number[];
  /** Connects and resolves to the page once it shows a picture. */
  connect(): Promise<Page>;
  disconnect(): Promise<void>;
  /** Bytes that came to the viewer over the present connection so far. */
  receivedBytes(): Promise<number>;
  /** In a few words how the picture came, for the table, such as the codec. */
  describe(): Promise<string>;
}
