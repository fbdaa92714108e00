/** What the page knows of what ended without its customer. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { CustomerContract } from '../../../../shared/contract/customer-contract.ts';
import type { Ending, EndingKind } from '../../../../shared/contract/ending.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { RequestForm } from '../../../../shared/contract/support-request.ts';
import { mention } from '../mention.ts';

export interface OwnEndings {
  readonly endings: ReadonlySignal<readonly Ending[]>;
  /** Asked at every connection: what was missed meanwhile. */
  refresh(): Promise<void>;
  hear(endings: readonly Ending[]): void;
  /** The customer has read it. */
  putAway(what: EndingKind): void;
}

/** `onLostRequest` hears once of each request that ended, with what was asked. */
export function createOwnEndings(
  server: () => Client<CustomerContract>,
  onLostRequest: (form: RequestForm) => void,
): OwnEndings {
  const endings = signal<readonly Ending[]>([]);
  let lostAt: number | undefined;

  function hear(told: readonly Ending[]): void {
    endings.value = told;
    const lost = told.find((ending) => ending.what === 'request');
    if (lost === undefined || lost.at === lostAt) return;
    lostAt = lost.at;
    if (lost.form !== null) onLostRequest(lost.form);
  }

  return {
    endings,
    hear,
    async refresh() {
      try {
        hear((await server().call('endings.mine', {})).endings);
      } catch (error) {
        // A link that broke again comes back by itself, and this is asked anew.
        if (!(error instanceof AppError)) throw error;
      }
    },
    putAway(what) {
      if (endings.value.every((ending) => ending.what !== what)) return;
      endings.value = endings.value.filter((ending) => ending.what !== what);
      mention(server().call('endings.dismiss', { what }));
    },
  };
}
