/** What an organisation has not set up yet, most urgent first. Pure. */
import type { Role } from '../../../../shared/contract/account.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { MailState } from '../../../../shared/contract/mail.ts';
import { homeTexts } from '../../texts/admin-home-en.ts';
import { paths } from '../frame/paths.ts';

/** One thing to be done, and the page where it is. */
export interface SetUpStep {
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

export interface SetUpFacts {
  readonly hasReps: boolean;
  readonly channels: readonly Pick<Channel, 'id' | 'name' | 'members' | 'hours'>[];
  readonly mail: Pick<MailState, 'by'>;
  /** The roles of which a second step is asked. */
  readonly twoStepRoles: readonly Role[];
  /** The server's public address. */
  readonly origin: string;
}

const words = homeTexts.toDo;

export function setUpSteps({ hasReps, channels, mail, twoStepRoles, origin }: SetUpFacts): SetUpStep[] {
  const unanswered = channels.filter(({ members }) => members.length === 0);
  const isOpenAlways = channels.length > 0 && channels.every(({ hours }) => hours.week === null);
  const steps: readonly (SetUpStep | false)[] = [
    !hasReps && { ...words.rep, href: paths.newAccount },
    channels.length === 0 && { ...words.noChannel, href: paths.newChannel },
    ...(hasReps ? unanswered.map(({ id, name }) => ({ ...words.channel(name), href: paths.channel(id) })) : []),
    isPlain(origin) && { ...words.https, href: paths.addresses },
    mail.by === 'nobody' && { ...words.mail, href: paths.mail },
    isOpenAlways && { ...words.hours, href: paths.hours },
    !twoStepRoles.includes('administrator') && { ...words.twoStep, href: paths.signInRules },
  ];
  return steps.filter((step) => step !== false);
}

/** Without encryption, and not for the own computer alone. */
function isPlain(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !/^(?:localhost|127\.|\[::1\])/.test(hostname);
}
