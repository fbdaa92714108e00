/** Pictures that wait beside what is being written, until the rep has looked at them and sends them. */
import { signal } from '@preact/signals';
import type { SessionId } from '../../shared/contract/identifiers.ts';

/** They live with the page: shut, it forgets them, and they can be fetched again where they came from. */
export type HeldFiles = ReturnType<typeof createHeldFiles>;

export function createHeldFiles() {
  const all = signal<readonly { readonly session: SessionId; readonly file: File }[]>([]);
  return {
    /** Those of one session, the oldest first. */
    of: (session: SessionId): readonly File[] =>
      all.value.filter((one) => one.session === session).map(({ file }) => file),
    hold(session: SessionId, file: File) {
      all.value = [...all.value, { session, file }];
    },
    drop(file: File) {
      all.value = all.value.filter((one) => one.file !== file);
    },
    /** All of it goes: somebody else may sign in. */
    clear() {
      all.value = [];
    },
  };
}
