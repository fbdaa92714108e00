/** What a person has written on the page and the server has not got: a reload of the tab leaves it there. */
import { keptSignal } from './kept-signal.ts';
import type { TabStorage } from './kept-signal.ts';
import { Asking, nothingAsked } from './request/asking.ts';
import { MessageDraft, UnsentMessages, noDraft, nothingUnsent } from './unsent-messages.ts';

export function keptTexts(storage: TabStorage) {
  return {
    unsent: keptSignal('remotehelp.unsent', UnsentMessages, nothingUnsent, storage),
    draft: keptSignal('remotehelp.draft', MessageDraft, noDraft, storage),
    asking: keptSignal('remotehelp.asking', Asking, nothingAsked, storage),
  };
}
