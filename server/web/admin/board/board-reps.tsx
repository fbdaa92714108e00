import type { BoardRep, BoardSession } from '../../../../shared/contract/live-board.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { duration } from '../../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Status } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/admin-en.ts';
import { PageLink } from '../frame/page-link.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';

/** Everybody who answers customers, what they are since when, and with whom they talk for how long. */
export function BoardReps({ reps, now }: { reps: readonly BoardRep[]; now: number }) {
  const words = texts.board;
  const there = reps.filter(({ presence }) => presence !== 'offline').length;
  return (
    <section aria-label={words.reps}>
      <header class="board-reps-head">
        <h2>{words.reps}</h2>
        <span class="rh-soft">{words.repsOf(there, reps.length)}</span>
      </header>
      {reps.length === 0 ? (
        <EmptyState text={words.noReps} />
      ) : (
        <ul class="board-reps">
          {reps.map((rep) => (
            <Rep key={rep.id} rep={rep} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Rep({ rep: { name, picture, presence, since, sessions }, now }: { rep: BoardRep; now: number }) {
  return (
    <li class="board-rep">
      <div class="board-rep-line">
        <Avatar name={name} pictureUrl={picture ?? undefined} kind="staff" size={26} />
        <span class="board-rep-name">
          <OutsideText text={name} />
        </span>
        <Status kind={presence} word={texts.board.presences[presence]} />
        <span class="board-rep-time">{since === null || presence === 'offline' ? '' : duration(now - since)}</span>
      </div>
      {sessions.map((session) => (
        <Session key={session.id} session={session} now={now} />
      ))}
    </li>
  );
}

function Session({ session: { id, customer, startedAt, screen }, now }: { session: BoardSession; now: number }) {
  const { router } = usePanel();
  const kind = screen === 'seeing' || screen === 'controlling' || screen === 'paused' ? screen : 'chat';
  return (
    <div class="board-rep-line board-rep-session">
      <Status kind={kind} word={texts.board.screens[kind]} wordUnseen />
      <span class="board-rep-name">
        <PageLink href={paths.session(id)} onOpen={router.go}>
          <OutsideText text={customer} />
        </PageLink>
      </span>
      <span class="board-rep-time">{duration(now - startedAt)}</span>
    </div>
  );
}
