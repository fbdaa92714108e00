import type { Words } from './words.ts';

/** A picture at the start of a consent row. It repeats what the words say, and never stands alone. */
export type RowIcon = 'pointer' | 'keyboard' | 'eye' | 'no' | 'pause';

/** Everything the consent dialog says. Names from outside must have gone through `cleanOutsideText`. */
export interface ConsentQuestion {
  /** Full name of the representative, the window's name for screen readers and task lists. */
  readonly who: string;
  readonly organisation: string;
  /** The title, as a question: "Let Ines use your mouse and keyboard?" */
  readonly question: Words;
  /** Who asks, and what is so already; one paragraph each. */
  readonly lines: readonly Words[];
  readonly rows: readonly { readonly icon: RowIcon; readonly text: Words }[];
  readonly warning: Words;
  readonly noLabel: string;
  readonly yesLabel: string;
}

/** What somebody else does on this computer. 'seeing' and 'tools' have an edge, 'controlling' is filled, 'paused' is striped. */
export type BannerState = 'seeing' | 'controlling' | 'paused' | 'connecting' | 'tools';

/** What the customer can order from the banner. */
export type BannerAction = 'stop' | 'pause' | 'giveBack' | 'feelsWrong';

/** Everything the banner says. */
export interface BannerView {
  readonly state: BannerState;
  /** Full name of the representative, the window's name for screen readers and task lists. */
  readonly who: string;
  /** "**Ines Halvorsen** sees your screen"; the strong part is cut in the middle when room is short. */
  readonly sentence: Words;
  /** Seconds that the consent still lasts, counted down once a second by the banner itself. */
  readonly countdownSeconds?: number;
  readonly buttons: readonly { readonly action: BannerAction; readonly label: string }[];
}

/** The strip at the top of every screen while somebody else is there. */
export interface Banner {
  /** Shows another state; the strip stays where the customer has dragged it. */
  update(view: BannerView): void;
  /** Takes the strip away. Closing twice is harmless. */
  close(): void;
}

/** A small dialog with news for the customer. */
export interface NoticeView {
  readonly title: Words;
  readonly text: Words;
  /** From left to right, for the mouse only. Without any, the notice leaves only by `close` or time. */
  readonly buttons?: readonly { readonly id: string; readonly label: string }[];
  /** Closes by itself after so many seconds. */
  readonly closesAfterSeconds?: number;
}

/** A notice on the screen. */
export interface Notice {
  /** Settles with the pressed button's id, or 'closed' when it left by time or by `close`. Never rejects. */
  readonly answered: Promise<string>;
  /** Takes the notice away. Closing twice is harmless. */
  close(): void;
}

/**
 * The host's own windows on the customer's desktop. Every answer comes from the customer's physical mouse and keyboard:
 * input that a program injected (so also the representative's) is ignored whatever its time and place.
 */
export interface HostWindows {
  /**
   * Asks in a dialog in the middle of the primary screen. 'no' is the default, and also the answer when the desktop
   * goes away. Rejects with the signal's reason when it aborts, after taking the dialog away.
   */
  askConsent(question: ConsentQuestion, signal: AbortSignal): Promise<'yes' | 'no'>;
  /** Opens the strip at the top of every screen. */
  banner(view: BannerView, onAction: (action: BannerAction) => void): Banner;
  /** Shows one small dialog in the middle of the primary screen. */
  notice(view: NoticeView): Notice;
  /** Takes every window away and lets go of the desktop; open questions answer 'no'. Closing twice is harmless. */
  close(): void;
}

/** Why there can be no windows, in words for the customer. */
export class HostWindowsError extends Error {
  override name = 'HostWindowsError';
}
