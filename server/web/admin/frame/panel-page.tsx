import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  Activity,
  ChartColumn,
  Clock,
  CodeXml,
  KeyRound,
  ListChecks,
  FileTerminal,
  FolderTree,
  Hourglass,
  House,
  ListOrdered,
  LogOut,
  Mail,
  MapPin,
  MessagesSquare,
  Network,
  Palette,
  Paperclip,
  ScrollText,
  Settings,
  Share2,
  Smile,
  Tags,
  User,
  UserPen,
  UserSearch,
  Waypoints,
} from 'lucide';
import type { Role } from '../../../../shared/contract/account.ts';
import { AdminShell } from '../../../../shared/ui/admin-shell.tsx';
import type { AdminPage } from '../../../../shared/ui/admin-shell.tsx';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { PersonHead } from '../../../../shared/ui/person-head.tsx';
import { focusHeading } from '../../../../shared/ui/use-heading-focus.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { brandingTexts } from '../../texts/admin-branding-en.ts';
import { texts } from '../../texts/admin-en.ts';
import { queueTexts } from '../../texts/admin-queue-en.ts';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { customerTexts } from '../../texts/admin-customers-en.ts';
import { homeTexts } from '../../texts/admin-home-en.ts';
import { incidentTexts } from '../../texts/admin-incidents-en.ts';
import { relayTexts } from '../../texts/admin-relay-en.ts';
import { sharedTexts } from '../../texts/admin-shared-en.ts';
import { scriptTexts } from '../../texts/admin-scripts-en.ts';
import { snippetTexts } from '../../texts/admin-snippet-en.ts';
import { surveyTexts } from '../../texts/admin-survey-en.ts';
import { mailTexts } from '../../texts/admin-mail-en.ts';
import { fileTexts } from '../../texts/admin-files-en.ts';
import { groupTexts } from '../../texts/admin-groups-en.ts';
import { rightTexts } from '../../texts/admin-rights-en.ts';
import { retentionTexts } from '../../texts/admin-retention-en.ts';
import { errorWords } from '../error-words.ts';
import { paths } from './paths.ts';
import { ProductMark } from './product-mark.tsx';
import { usePanel } from './panel-context.ts';

const ownPages: readonly AdminPage[] = [
  { href: paths.addresses, label: texts.places.title, icon: MapPin },
  { href: paths.self, label: texts.own.title, icon: UserPen },
];

const watchingPages: readonly AdminPage[] = [
  { href: paths.board, label: texts.board.title, icon: Activity },
  { href: paths.sessions, label: texts.sessions.title, icon: MessagesSquare },
  { href: paths.statistics, label: texts.statistics.title, icon: ChartColumn },
];

const administratorPages: readonly AdminPage[] = [
  { href: paths.home, label: homeTexts.title, icon: House },
  ...watchingPages,
  { href: paths.accounts, label: texts.accounts.title, icon: User, group: texts.groups.people },
  { href: paths.groups, label: groupTexts.title, icon: FolderTree, group: texts.groups.people },
  { href: paths.rights, label: rightTexts.title, icon: ListChecks, group: texts.groups.people },
  { href: paths.channels, label: texts.channels.title, icon: Network, group: texts.groups.support },
  { href: paths.queue, label: queueTexts.title, icon: ListOrdered, group: texts.groups.support },
  { href: paths.hours, label: hoursTexts.shortTitle, icon: Clock, group: texts.groups.support },
  { href: paths.incidents, label: incidentTexts.title, icon: Tags, group: texts.groups.support },
  { href: paths.survey, label: surveyTexts.title, icon: Smile, group: texts.groups.support },
  { href: paths.shared, label: sharedTexts.title, icon: Share2, group: texts.groups.support },
  { href: paths.scripts, label: scriptTexts.title, icon: FileTerminal, group: texts.groups.support },
  { href: paths.files, label: fileTexts.title, icon: Paperclip, group: texts.groups.support },
  { href: paths.snippet, label: snippetTexts.title, icon: CodeXml, group: texts.groups.support },
  { href: paths.organisation, label: texts.organisation.title, icon: Settings, group: texts.groups.system },
  { href: paths.branding, label: brandingTexts.title, icon: Palette, group: texts.groups.system },
  { href: paths.mail, label: mailTexts.title, icon: Mail, group: texts.groups.system },
  { href: paths.relay, label: relayTexts.title, icon: Waypoints, group: texts.groups.system },
  { href: paths.signInRules, label: texts.twoStep.rules.title, icon: KeyRound, group: texts.groups.system },
  { href: paths.customers, label: customerTexts.title, icon: UserSearch, group: texts.groups.system },
  { href: paths.retention, label: retentionTexts.title, icon: Hourglass, group: texts.groups.system },
  { href: paths.audit, label: texts.audit.title, icon: ScrollText, group: texts.groups.system },
  ...ownPages.map((page) => ({ ...page, group: texts.groups.system })),
];

const pagesOf: Readonly<Record<Role, readonly AdminPage[]>> = {
  administrator: administratorPages,
  'team-lead': [...watchingPages, ...ownPages.map((page) => ({ ...page, group: texts.groups.system }))],
  representative: ownPages,
};

type PanelPageProps = {
  /** Which entry of the side is the open one. */
  section: string;
  title: string;
  parent?: { label: string; href: string } | undefined;
  titleEnd?: ComponentChildren;
  actions?: ComponentChildren;
  pane?: ComponentChildren;
  unsaved?: ComponentChildren;
  children: ComponentChildren;
};

/** The panel's frame around one page: only what this person may open stands in the side. */
export function PanelPage({ section, title, children, ...rest }: PanelPageProps) {
  const { model, router, signedIn } = usePanel();
  const { self, organisation } = signedIn;
  useEffect(() => {
    document.title = `${safeName(title)} · ${safeName(organisation)}`;
  }, [title, organisation]);
  // What had the focus went with the page before, or with the words that this one is loading.
  useEffect(() => {
    if (router.hasMoved()) focusHeading();
  }, []);
  const signOut = () => model.signOut().catch((error: unknown) => model.say(errorWords(error)));
  return (
    <AdminShell
      product={{ name: texts.product, mark: <ProductMark /> }}
      pages={pagesOf[self.role]}
      current={section}
      onNavigate={router.go}
      title={safeName(title)}
      account={
        <PersonHead
          name={self.fullName}
          pictureUrl={self.picture ?? undefined}
          detail={texts.roles[self.role]}
          kind="staff"
        >
          <IconButton icon={LogOut} label={texts.signIn.out} onClick={() => void signOut()} />
        </PersonHead>
      }
      {...rest}
    >
      {children}
    </AdminShell>
  );
}
