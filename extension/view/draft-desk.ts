/** What is being written, as this view shows it: what the link owner has of all views, with what was typed here and is on its way to it. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { draftOf, withChange } from '../port/work-draft.ts';
import type { DraftChange, WorkDraft } from '../port/work-draft.ts';
import type { DeskView } from './desk-view.ts';

/** What is being written, session by session. */
export interface DraftDesk {
  readonly all: ReadonlySignal<readonly WorkDraft[]>;
  of(session: SessionId): WorkDraft;
  /** Shown at once, and kept by the link owner, which tells the other views. */
  change(change: DraftChange): void;
}

/** One part of a draft that was changed here, until the link owner has it. */
interface Ahead {
  readonly id: number;
  readonly part: string;
  readonly change: DraftChange;
}

/** For as long as the page lives; `keep` rejects with an {@link AppError} while no link owner is there. */
export function createDraftDesk(
  { drafts: told, arrivals, link }: Pick<DeskView, 'drafts' | 'arrivals' | 'link'>,
  keep: (change: DraftChange) => Promise<unknown>,
): DraftDesk {
  const ahead = signal<readonly Ahead[]>([]);
  let lastId = 0;
  const all = computed(() =>
    ahead.value.reduce<readonly WorkDraft[]>((drafts, { change }) => withChange(drafts, change), told.value),
  );

  const send = async ({ id, change }: Pick<Ahead, 'id' | 'change'>) => {
    try {
      await keep(change);
      // What the owner has told of it came before this answer.
      ahead.value = ahead.value.filter((one) => one.id !== id);
    } catch (error) {
      // It stays, and goes to the link owner that is being made anew, as soon as that has said what it knows.
      if (!(error instanceof AppError)) throw error;
    }
  };
  effect(() => {
    if (arrivals.value === 0) return;
    untracked(() => {
      for (const one of ahead.value) void send(one);
    });
  });
  // What was written was written by whoever has gone.
  effect(() => {
    if (link.value.at === 'signed-out') ahead.value = [];
  });

  return {
    all,
    of: (session) => draftOf(all.value, session),
    change(change) {
      lastId += 1;
      const id = lastId;
      const { session, ...parts } = change;
      const changed = Object.entries(parts).map(([part, value]) => {
        return { id, part, change: { session, [part]: value } };
      });
      const isOvertaken = (one: Ahead) => one.change.session === session && one.part in parts;
      ahead.value = [...ahead.value.filter((one) => !isOvertaken(one)), ...changed];
      void send({ id, change });
    },
  };
}
