/** The picture of the mouse pointer. */
export type CursorImage = {
  /** Names this picture: the same number is the same picture, so that viewers can keep it. */
  serial: number;
  /** Width and height in pixels; both 0 when no pointer is shown. */
  width: number;
  height: number;
  /** The pixel of the picture that points, from its top left corner. */
  hotX: number;
  hotY: number;
  /** Red, green, blue, alpha for each pixel, straight (not premultiplied), rows from the top. */
  rgba: Uint8Array;
};

/** Where the pointer is, in screen pixels. */
export type CursorPosition = { x: number; y: number };

/** The port for the mouse pointer, which is not in the captured picture: viewers draw it themselves, without delay. */
export type CursorWatch = {
  /** The picture shown now. */
  readonly image: CursorImage;
  readonly position: CursorPosition;
  /** Tells another picture when it is shown; not the present one. */
  onImage(listener: (image: CursorImage) => void): () => void;
  /** Tells a new place, whoever moved the pointer. */
  onMove(listener: (position: CursorPosition) => void): () => void;
  /** Tells once, in a sentence, that the screen has gone away. */
  onLost(listener: (reason: string) => void): () => void;
  /** Ends the watch; twice is harmless. */
  close(): void;
};
