import type { Connection } from 'mongoose';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { BrowserId } from '../edge/links.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { Mail } from '../mail/mail-service.ts';
import type { MailSettings } from '../mail/mail-settings.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { AskLimit } from '../queue/ask-limit.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { customerTrustHandlers, repTrustHandlers } from '../trusts/trust-handlers.ts';
import { trustModel } from '../trusts/trust-model.ts';
import { createTrusts } from '../trusts/trust-service.ts';
import { helpDeskModel } from './help-desk-model.ts';
import { createHelpDesks } from './help-desks.ts';
import { createInvitedSessions } from './invited-sessions.ts';
import { customerInvitationHandlers, helpDeskHandlers, repInvitationHandlers } from './invitation-handlers.ts';
import { invitationModel } from './invitation-model.ts';
import { createInvitationSecrets } from './invitation-secrets.ts';
import { createInvitations } from './invitation-service.ts';
import { createPostman } from './postman.ts';

export interface OpenInvitationsNeeds extends Pick<
  FeatureNeeds,
  'links' | 'clock' | 'origin' | 'accounts' | 'channels' | 'organisation'
> {
  readonly connection: Connection;
  readonly secret: Uint8Array;
  readonly mail: Mail;
  readonly mailSettings: MailSettings;
  readonly sessions: Sessions;
  readonly presences: Presences;
  readonly deadlines: Deadlines;
  readonly endings: Endings;
  readonly askLimit: AskLimit;
  readonly waitsElsewhere: (browser: BrowserId) => Promise<boolean>;
}

/** Invitations and Easy Connect, with all who answer for them. Resolves when every index is there. */
export async function openInvitations(needs: OpenInvitationsNeeds) {
  const { connection, secret, mail, mailSettings, sessions, presences, organisation } = needs;
  const [model, trusted] = [invitationModel(connection), trustModel(connection)];
  for (const each of [model, trusted]) await each.createIndexes();
  const helpDesks = createHelpDesks({ ...needs, model: helpDeskModel(connection), mailSettings });
  const invitations = createInvitations({
    ...needs,
    model,
    secrets: createInvitationSecrets(secret),
    helpDesks,
    postman: createPostman({ mail, organisation }),
    helpers: createInvitedSessions(needs),
  });
  const trusts = createTrusts({
    ...needs,
    model: trusted,
    presenceOf: (account) => presences.of(account),
    askDirectly: invitations.askDirectly,
  });
  sessions.onEnd((record) => invitations.sessionEnded(record));
  return {
    holds: invitations.holds,
    recover: () => invitations.recover(),
    customerHandlers: {
      ...customerInvitationHandlers({ ...needs, invitations, helpDesks }),
      ...customerTrustHandlers({ trusts, sessions }),
    },
    repHandlers: { ...repInvitationHandlers({ ...needs, invitations }), ...repTrustHandlers({ trusts, sessions }) },
    adminHandlers: helpDeskHandlers(helpDesks),
  };
}
