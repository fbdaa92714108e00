/** `rh 482913` or `rh marta` in the browser's address bar: finds the session, and opens the panel there. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { offerInAddressBar } from '../platform/address-bar.ts';
import { openPanel } from '../platform/panel-place.ts';
import type { OwnerContract } from '../port/worker-contract.ts';
import { anywhereTexts } from '../texts/anywhere-en.ts';

/** `owner` brings the link owner to life first when it must. */
export function followAddressBar(owner: Client<OwnerContract>): void {
  offerInAddressBar(
    anywhereTexts.bar.title,
    async (text) => {
      try {
        return (await owner.call('sessions.find', { text })).found;
      } catch (error) {
        // Nothing can be offered now; Enter still opens the panel.
        if (!(error instanceof AppError)) throw error;
        return [];
      }
    },
    (text) => {
      void openPanel();
      owner.call('sessions.enter', { text }).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
    },
  );
}
