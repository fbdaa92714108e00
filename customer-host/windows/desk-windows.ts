import { openBanner } from './banner.ts';
import { openDialog } from './dialog.ts';
import { layoutConsent, layoutNotice } from './dialog-layout.ts';
import type { Banner, ConsentQuestion, HostWindows, Notice, NoticeView } from './host-windows.ts';
import type { OverlayDesk } from './overlay-desk.ts';
import { plainText } from './words.ts';

/** How long Yes stays dead after the dialog has appeared. */
export const YES_ARMED_AFTER_MS = 500;

/** The host's windows on any platform that offers an overlay desk. `now` gives milliseconds that only grow. */
export function windowsOn(desk: OverlayDesk, now: () => number): HostWindows {
  const open = new Set<() => void>();

  return {
    askConsent: (question, signal) => askConsent(question, signal),
    banner(view, onAction): Banner {
      const banner = openBanner(desk, view, onAction, now);
      return { update: (next) => banner.update(next), close: keep(() => banner.close()) };
    },
    notice: (view) => showNotice(view),
    close() {
      for (const close of open) close();
      desk.close();
    },
  };

  /** Remembers how to close something until it is closed. */
  function keep(close: () => void): () => void {
    const once = (): void => {
      open.delete(once);
      close();
    };
    open.add(once);
    return once;
  }

  function askConsent(question: ConsentQuestion, signal: AbortSignal): Promise<'yes' | 'no'> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const layout = layoutConsent(question, desk.measure);
      const dialog = openDialog(
        desk,
        {
          name: plainText(question.question),
          layout,
          focused: 'no',
          escape: 'no',
          lost: 'no',
          takesKeyboard: true,
          armedAfterMs: YES_ARMED_AFTER_MS,
          now,
        },
        (id) => settle(id === 'yes' ? 'yes' : 'no'),
      );
      const leave = keep(() => settle('no'));
      signal.addEventListener('abort', aborted);

      function aborted(): void {
        reject(signal.reason instanceof Error ? signal.reason : new Error('The question was withdrawn'));
        settle('no');
      }

      function settle(answer: 'yes' | 'no'): void {
        signal.removeEventListener('abort', aborted);
        open.delete(leave);
        dialog.close();
        resolve(answer);
      }
    });
  }

  function showNotice(view: NoticeView): Notice {
    const { promise, resolve } = deferred();
    const layout = layoutNotice(view, desk.measure);
    const dialog = openDialog(
      desk,
      {
        name: plainText(view.title),
        layout,
        lost: 'closed',
        // News must not catch what the customer is typing into another window.
        takesKeyboard: false,
        armedAfterMs: 0,
        now,
      },
      settle,
    );
    const seconds = view.closesAfterSeconds;
    const timer = seconds === undefined ? undefined : setTimeout(() => settle('closed'), seconds * 1000);
    const leave = keep(() => settle('closed'));
    return { answered: promise, close: leave };

    function settle(answer: string): void {
      clearTimeout(timer);
      open.delete(leave);
      dialog.close();
      resolve(answer);
    }
  }
}

function deferred(): { promise: Promise<string>; resolve: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
