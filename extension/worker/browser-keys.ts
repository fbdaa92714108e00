/** The keys that work wherever the rep is in the browser. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { systemClock } from '../../shared/ui/clock.ts';
import { onBrowserKey } from '../platform/browser-keys.ts';
import { openPanel } from '../platform/panel-place.ts';
import type { OwnerContract } from '../port/worker-contract.ts';
import { newPresses } from './new-presses.ts';

/** `owner` brings the link owner to life first when it must. */
export function followBrowserKeys(owner: Client<OwnerContract>): void {
  const isNew = newPresses(systemClock.now);
  onBrowserKey((key) => {
    if (!isNew(key)) return;
    // Giving control back must work at once and show nothing: the rep may be in the middle of anything.
    if (key !== 'release-control') void openPanel();
    owner.call('keys.press', { key }).catch((error: unknown) => {
      // Somebody else was faster, or the server is away: the panel, open now, says so.
      if (!(error instanceof AppError)) throw error;
    });
  });
}
