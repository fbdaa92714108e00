/** What the customer's own hand did, and when by the host's clock (milliseconds since 1970). */
export type HandEvent = { kind: 'pointer' | 'key' | 'button' | 'escHeld'; at: number };

/**
 * The port that notices the customer's own hand on mouse and keyboard. The device an event comes from tells the hand
 * from injected input, on Windows a mark that every injected one carries; neither time nor position is ever asked.
 */
export type HandWatch = {
  /**
   * Tells each physical movement, key or button; `escHeld` once when the physical Esc key has been held for two
   * seconds. Nothing is said about which key it was.
   */
  onHand(listener: (event: HandEvent) => void): () => void;
  /** Tells once, in a sentence, that the screen has gone away. */
  onLost(listener: (reason: string) => void): () => void;
  /** Ends the watch; twice is harmless. */
  close(): void;
};
