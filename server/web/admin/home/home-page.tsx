import { ChevronRight } from 'lucide';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { extensionPaths } from '../../../../shared/contract/extension-packages.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Section } from '../../../../shared/ui/section.tsx';
import { customerTexts } from '../../texts/admin-customers-en.ts';
import { homeTexts as words } from '../../texts/admin-home-en.ts';
import { queueTexts } from '../../texts/admin-queue-en.ts';
import { texts } from '../../texts/admin-en.ts';
import { BoardFigures } from '../board/board-figures.tsx';
import { BoardReps } from '../board/board-reps.tsx';
import { useNow } from '../board/use-now.ts';
import { LoadState } from '../frame/load-state.tsx';
import { PageLink } from '../frame/page-link.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useFresh } from '../frame/use-fresh.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { setUpSteps } from './set-up-steps.ts';
import type { SetUpStep } from './set-up-steps.ts';
import '../board/board.css';
import './home.css';

/** What an administrator sees first: how today goes, what is left to be set up, and where everything is. */
export function HomePage() {
  const asked = useLoaded(useFacts(), 'home');
  const { loaded, reload } = asked;
  useFresh(asked);
  const ready = loaded.at === 'ready' ? loaded.value : undefined;
  const now = useNow() + (ready?.offset ?? 0);
  const here = ready?.board.reps.filter(({ presence }) => presence !== 'offline') ?? [];
  return (
    <PanelPage
      section={paths.home}
      title={words.title}
      pane={ready !== undefined ? <Here hasReps={here.length > 0} reps={ready.board.reps} now={now} /> : undefined}
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {ready !== undefined && (
        <>
          <BoardFigures board={ready.board} now={now} />
          <Section title={words.todo}>
            <Ways label={words.todo} ways={ready.steps} empty={words.allDone} />
          </Section>
          <Section title={words.doors}>
            <Ways label={words.doors} ways={doors(ready)} empty="" />
          </Section>
        </>
      )}
    </PanelPage>
  );
}

/** Asks everything that the page tells, at once. */
function useFacts() {
  const { model, signedIn } = usePanel();
  const { server } = model;
  const howMany = async (filters: { role?: 'administrator'; state?: 'disabled' }) => {
    const any = { search: '', sort: 'name', direction: 'ascending', cursor: null, size: 1 } as const;
    return (await server.call('accounts.page', { ...any, filters })).total.count;
  };
  return async () => {
    const [{ board }, { channels }, { mail }, { roles }, all, administrators, disabled] = await Promise.all([
      server.call('board.look', {}),
      server.call('channels.list', {}),
      server.call('mail.get', {}),
      server.call('twoStep.rules', {}),
      howMany({}),
      howMany({ role: 'administrator' }),
      howMany({ state: 'disabled' }),
    ]);
    const named = channels.map((channel) => ({ ...channel, name: safeName(channel.name) }));
    const hasReps = all > administrators;
    const steps = setUpSteps({ hasReps, channels: named, mail, twoStepRoles: roles, origin: signedIn.origin });
    // Lengths are told by the server's clock; the computer's own may be wrong by hours.
    return { board, channels, steps, active: all - disabled, disabled, offset: board.at - Date.now() };
  };
}

function doors(facts: { channels: readonly Channel[]; active: number; disabled: number }): SetUpStep[] {
  const { door } = words;
  const answered = facts.channels.filter(({ status }) => status === 'available' || status === 'busy').length;
  return [
    { title: texts.board.title, text: door.board, href: paths.board },
    { title: texts.accounts.title, text: door.accounts(facts.active, facts.disabled), href: paths.accounts },
    { title: texts.channels.title, text: door.channels(facts.channels.length, answered), href: paths.channels },
    { title: queueTexts.title, text: door.queue, href: paths.queue },
    { title: texts.sessions.title, text: door.sessions, href: paths.sessions },
    { title: texts.statistics.title, text: door.statistics, href: paths.statistics },
    { title: customerTexts.title, text: door.customer, href: paths.customers },
    { title: texts.audit.title, text: door.audit, href: paths.audit },
    { ...door.install, href: extensionPaths.page },
  ];
}

function Ways({ label, ways, empty }: { label: string; ways: readonly SetUpStep[]; empty: string }) {
  const { router } = usePanel();
  if (ways.length === 0) return <p class="rh-soft">{empty}</p>;
  return (
    <ul class="home-ways" aria-label={label}>
      {ways.map(({ title, text, href }) => (
        <li key={href} class="home-way">
          {href === extensionPaths.page ? (
            // Not of the panel: a page for every rep.
            <a class="admin-name-link" href={href}>
              {title}
            </a>
          ) : (
            <PageLink href={href} onOpen={router.go}>
              {title}
            </PageLink>
          )}
          <span class="home-way-text">{text}</span>
          <Icon icon={ChevronRight} size={14} />
        </li>
      ))}
    </ul>
  );
}

function Here({ hasReps, ...shown }: Parameters<typeof BoardReps>[0] & { hasReps: boolean }) {
  if (hasReps) return <BoardReps {...shown} reps={shown.reps.filter(({ presence }) => presence !== 'offline')} />;
  return (
    <section aria-label={words.here}>
      <header class="board-reps-head">
        <h2>{words.here}</h2>
      </header>
      <EmptyState text={words.nobodyHere} />
    </section>
  );
}
