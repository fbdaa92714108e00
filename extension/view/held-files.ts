/** Pictures that wait beside what is being written, until the rep has looked at them and sends them. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { newClientId } from './new-client-id.ts';

/** One of them. The link owner knows it by its id, and by its name when it is not sent. */
export interface HeldFile {
  readonly session: SessionId;
  readonly clientId: ClientEntryId;
  readonly file: File;
}

/** They live with the page: shut, it forgets them, and they can be fetched again where they came from. */
export interface HeldFiles {
  readonly all: ReadonlySignal<readonly HeldFile[]>;
  /** Those of one session, the oldest first. */
  of(session: SessionId): readonly HeldFile[];
  hold(session: SessionId, file: File): void;
  drop(clientId: ClientEntryId): void;
}

/** Nothing waits. */
export function createHeldFiles(): HeldFiles {
  const all = signal<readonly HeldFile[]>([]);
  return {
    all,
    of: (session) => all.value.filter((one) => one.session === session),
    hold(session, file) {
      all.value = [...all.value, { session, clientId: newClientId(), file }];
    },
    drop(clientId) {
      all.value = all.value.filter((one) => one.clientId !== clientId);
    },
  };
}
