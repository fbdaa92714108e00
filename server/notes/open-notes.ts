/** Notes of a session's reps: written by whoever is in it, told to the others in it, and to nobody else. */
import type { Handlers } from '../../shared/contract/contract.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { repNoteOperations } from '../../shared/contract/note.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { RepContext } from '../edge/links.ts';
import { repsIn } from '../sessions/reps-in.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import { requireStillKept } from '../sessions/still-kept.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { noteModel } from './note-model.ts';
import { createNotes } from './note-service.ts';
import type { Notes } from './note-service.ts';

export interface OpenNotes {
  readonly notes: Pick<Notes, 'of'>;
  readonly repHandlers: Pick<Handlers<RepContract, RepContext>, keyof typeof repNoteOperations>;
  /** Resolves when every index is there. */
  start(): Promise<void>;
}

export function openNotes({
  connection,
  links,
  clock,
  sessions,
  belongings,
}: Pick<FeatureNeeds, 'connection' | 'links' | 'clock'> & {
  readonly sessions: Pick<Sessions, 'memberOf' | 'load'>;
  readonly belongings: Pick<SessionBelongings, 'add'>;
}): OpenNotes {
  const model = noteModel(connection);
  const notes = createNotes(model, clock);
  belongings.add(notes.belonging);

  /** Who has left the session meanwhile hears no more. */
  async function tellReps(session: SessionId) {
    const record = await sessions.load(session);
    if (record === undefined) return;
    for (const rep of repsIn(record)) links.toAccount(rep, { type: 'notes.changed', session });
  }

  return {
    notes,
    repHandlers: {
      async 'notes.list'({ session }, { account }) {
        await sessions.memberOf(account.id, session);
        return { notes: await notes.of(session) };
      },
      async 'notes.write'({ session, clientId, text }, { account }) {
        requireStillKept(await sessions.memberOf(account.id, session));
        const note = await notes.write(session, account, clientId, text);
        await tellReps(session);
        return { note };
      },
      async 'notes.change'({ session, note: id, text }, { account }) {
        await sessions.memberOf(account.id, session);
        const note = await notes.change(session, account, id, text);
        await tellReps(session);
        return { note };
      },
      async 'notes.remove'({ session, note }, { account }) {
        await sessions.memberOf(account.id, session);
        await notes.remove(session, account, note);
        await tellReps(session);
        return {};
      },
    },
    async start() {
      await model.init();
    },
  };
}
