/** Everything the server keeps, put together once: the models on the open store, and the services over them. */
import type { Connection } from 'mongoose';
import { accountModel } from './accounts/account-model.ts';
import { createAccountNews } from './accounts/account-news.ts';
import type { AccountNews } from './accounts/account-news.ts';
import { createAccountService } from './accounts/account-service.ts';
import type { AccountService } from './accounts/account-service.ts';
import { rememberFaces } from './accounts/remember-faces.ts';
import { createHashLine } from './accounts/password-hash.ts';
import { signInModel } from './accounts/sign-in-model.ts';
import { signInPlaceModel } from './accounts/sign-in-place-model.ts';
import { openSignInPlaces } from './accounts/sign-in-places.ts';
import { signInThrottleModel } from './accounts/sign-in-throttle-model.ts';
import { createSignInThrottle } from './accounts/sign-in-throttle.ts';
import type { SignInThrottle } from './accounts/sign-in-throttle.ts';
import { createSignIns } from './accounts/sign-ins.ts';
import type { SignIns } from './accounts/sign-ins.ts';
import { groupModel } from './groups/group-model.ts';
import { createGroupService } from './groups/group-service.ts';
import type { GroupService } from './groups/group-service.ts';
import { createAudit } from './audit/audit.ts';
import type { Audit } from './audit/audit.ts';
import { createAuditTrail } from './audit/audit-trail.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import { auditModel } from './audit/audit-model.ts';
import { channelModel } from './channels/channel-model.ts';
import { createChannelService } from './channels/channel-service.ts';
import type { ChannelService } from './channels/channel-service.ts';
import type { Clock } from './config/clock.ts';
import type { Log } from './logging/log.ts';
import { organisationModel } from './organisation/organisation-model.ts';
import { createOrganisationService } from './organisation/organisation-service.ts';
import type { OrganisationService } from './organisation/organisation-service.ts';
import { pictureModel } from './pictures/picture-model.ts';
import { createPictureService } from './pictures/picture-service.ts';
import type { PictureService } from './pictures/picture-service.ts';
import { setUpLinkModel } from './setup/set-up-link-model.ts';
import { createSetUp } from './setup/set-up.ts';
import type { SetUp } from './setup/set-up.ts';
import { createSeal } from './secrets/seal.ts';
import { createSecondStep } from './two-step/second-step.ts';
import type { SecondStep } from './two-step/second-step.ts';
import { createSignInTickets, signInTicketModel } from './two-step/sign-in-tickets.ts';
import { twoStepModel, twoStepRulesModel } from './two-step/two-step-model.ts';
import { createTwoStep } from './two-step/two-step-service.ts';
import type { TwoStep } from './two-step/two-step-service.ts';

export interface Services {
  readonly accounts: AccountService;
  readonly signIns: SignIns;
  readonly throttle: SignInThrottle;
  readonly twoStep: TwoStep;
  readonly secondStep: SecondStep;
  readonly news: AccountNews;
  readonly channels: ChannelService;
  readonly groups: GroupService;
  readonly pictures: PictureService;
  readonly organisation: OrganisationService;
  readonly setUp: SetUp;
  readonly audit: Audit;
  readonly auditTrail: AuditTrail;
}

/**
 * Resolves when every collection and index is there, because uniqueness is what several promises rest on. `secret` is the
 * server's own.
 */
export async function createServices(parts: {
  readonly connection: Connection;
  readonly log: Log;
  readonly clock: Clock;
  readonly secret: Uint8Array;
}): Promise<Services> {
  const { connection, log, clock, secret } = parts;
  const models = {
    accounts: accountModel(connection),
    signIns: signInModel(connection),
    tries: signInThrottleModel(connection),
    places: signInPlaceModel(connection),
    channels: channelModel(connection),
    groups: groupModel(connection),
    pictures: pictureModel(connection),
    organisation: organisationModel(connection),
    setUpLink: setUpLinkModel(connection),
    audit: auditModel(connection),
    twoSteps: twoStepModel(connection),
    twoStepRules: twoStepRulesModel(connection),
    tickets: signInTicketModel(connection),
  };
  for (const model of Object.values(models)) await model.init();

  const news = createAccountNews();
  const audit = createAudit(models.audit, log, clock);
  const pictures = createPictureService(models.pictures);
  const channels = createChannelService(models.channels, clock);
  const groups = createGroupService(models.groups);
  const organisation = createOrganisationService(models.organisation);
  const hashLine = createHashLine();
  const stored = createAccountService({ model: models.accounts, channels, groups, pictures, news, hashLine, clock });
  const accounts: AccountService = { ...stored, face: rememberFaces(stored.face, news, clock) };
  const throttle = createSignInThrottle(models.tries, clock);
  const places = await openSignInPlaces(models.places, clock);
  const twoStep = createTwoStep({
    model: models.twoSteps,
    rulesModel: models.twoStepRules,
    seal: createSeal(secret, 'two-step secret'),
    issuer: async () => (await organisation.get()).name,
    clock,
  });
  const tickets = createSignInTickets(models.tickets, clock);
  const forSigningIn = { accounts, throttle, places, twoStep, tickets, audit: audit.write };
  const signIns = createSignIns({ ...forSigningIn, model: models.signIns, hashLine, news, clock });
  const secondStep = createSecondStep({ ...forSigningIn, signIns });
  await accounts.leaveLostGroups();
  const setUp = createSetUp({ model: models.setUpLink, accounts, channels, organisation });
  return {
    accounts,
    signIns,
    throttle,
    twoStep,
    secondStep,
    news,
    channels,
    groups,
    pictures,
    organisation,
    setUp,
    audit,
    auditTrail: createAuditTrail(models.audit),
  };
}
