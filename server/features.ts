/** Puts the features together: their models, services and handlers, and who hears of whom. */
import { join } from 'node:path';
import { administratorFeatures } from './administrator-features.ts';
import { conversationFeatures } from './conversation-features.ts';
import { openBranding } from './branding/open-branding.ts';
import { compareAll } from './compare-all.ts';
import { openCodes } from './codes/open-codes.ts';
import { serverSecret } from './codes/server-secret.ts';
import { createDeadlines } from './deadlines/deadlines.ts';
import type { FeatureNeeds, Features } from './edge/feature-seam.ts';
import { openEndings } from './endings/open-endings.ts';
import { liveSessions, openFeatureModels } from './feature-models.ts';
import { followSessions } from './follow-sessions.ts';
import { openQueue } from './distribution/open-queue.ts';
import { createDownloadRoute } from './edge/download-route.ts';
import { createHostPreparation } from './host-download/host-preparation.ts';
import { noteFetched } from './host-download/note-fetched.ts';
import { createEndViewing } from './host-link/end-viewing.ts';
import { customerHostHandlers } from './host-link/customer-host-handlers.ts';
import { hostHandlers } from './host-link/host-handlers.ts';
import { createHosts } from './host-link/host-service.ts';
import { createHostTickets } from './host-link/host-tickets.ts';
import { revocationsIn } from './host-link/revocations-in.ts';
import { createLinkListeners } from './link-listeners.ts';
import { guideHandlers } from './mail/guide-handlers.ts';
import { openInvitations } from './invitations/open-invitations.ts';
import { openMail } from './mail/open-mail.ts';
import { createChannelOpenings } from './business-hours/channel-openings.ts';
import { createHoursTurns } from './business-hours/hours-turns.ts';
import { openIncidents } from './incidents/open-incidents.ts';
import { createPresences } from './presence/presence-service.ts';
import { takeoversOfSession } from './queue/takeovers-of-session.ts';
import { askedForm } from './queue/asked-form.ts';
import { customerQueueHandlers } from './queue/customer-queue-handlers.ts';
import { helpStatus } from './queue/help-status.ts';
import { stateWithoutReps } from './queue/queue-look.ts';
import { organisationSettings } from './queue-settings/settings-in-force.ts';
import { repQueueHandlers } from './queue/rep-queue-handlers.ts';
import { createQueueDefaults, queueDefaultsHandlers } from './queue-settings/queue-defaults.ts';
import { countReservations } from './reservations/count-reservations.ts';
import { openReservations } from './reservations/open-reservations.ts';
import { openRetention } from './retention/open-retention.ts';
import { openRights } from './rights/open-rights.ts';
import { createTakeBack } from './rights/take-back.ts';
import { createSessionLog } from './session-log/session-log.ts';
import { createOwnerAbsence } from './sessions/owner-absence.ts';
import type { SessionRecord } from './sessions/session-model.ts';
import { createSessionAbsence } from './sessions/session-absence.ts';
import { createSessionBelongings } from './sessions/session-belongings.ts';
import { createSessions } from './sessions/session-service.ts';
import { createTypingGate } from './sessions/typing.ts';
import { openRelay } from './relay/open-relay.ts';
import { openSharedItems } from './shared-items/open-shared-items.ts';
import { createSignalling, signallingPath } from './signalling/signalling-service.ts';
import { createSeenBy } from './groups/seen-reps.ts';
import { openStatistics } from './statistics/open-statistics.ts';
import { openTeam } from './team/open-team.ts';

/** Resolves when every collection and index is there, because uniqueness is what several promises rest on. */
export async function createFeatures(given: FeatureNeeds): Promise<Features> {
  const { links, config, clock, log, audit, room, accounts, channels, organisation, origin } = given;
  const models = await openFeatureModels(given);
  const formOf = askedForm.bind(undefined, models.requests);
  const { endings, customerHandlers: endingHandlers } = await openEndings({ ...given, formOf });
  const needs = { ...given, endings };
  const secret = await serverSecret(config.dataFolder);
  const { incidents, adminHandlers: incidentHandlers } = openIncidents(needs);
  const { branding, adminHandlers: brandingHandlers, httpRoute: brandingRoute } = openBranding(needs);
  const sharedItems = openSharedItems(needs);
  const { relay, adminHandlers: relaySettingHandlers } = await openRelay({ ...needs, secret });
  const { mail, settings: mailSettings, adminHandlers: mailSettingHandlers } = openMail({ ...needs, secret });
  const deadlines = createDeadlines(models.deadlines, { clock, log, room });
  const onChange = () => board.moved();
  const presences = createPresences({ models: models.presence, deadlines, links, clock, onChange });
  const queueDefaults = createQueueDefaults(models.queueDefaults);
  const openings = createChannelOpenings();
  const signalling = createSignalling({ clock, audit, turn: relay.current });
  const typing = createTypingGate(clock);
  const seenBy = createSeenBy(needs);
  const zone = async () => (await organisation.times()).timeZone;
  const statistics = await openStatistics({ ...needs, incidents, zone, seenBy }, models, deadlines);

  const belongings = createSessionBelongings();
  const retention = openRetention({ ...needs, models, deadlines, keptDays: statistics.keptDays, belongings });
  const sessionLog = createSessionLog(models.log, { clock, log });
  const sessions = createSessions({
    model: models.sessions,
    log: sessionLog,
    links,
    clock,
    audit,
    accounts,
    openWays: (session) => codes.entries.ways(session),
    faults: log,
  });
  const revocations = (record: SessionRecord) => revocationsIn(record, { accounts, rights });
  const takeBack = createTakeBack({
    sessions,
    accounts,
    endCalls: (account) => conversation.calls.endOf(account),
    endViewing: createEndViewing({ signalling, links, revocations }),
  });
  const rightsFeature = await openRights(needs, takeBack.everywhere);
  const { rights } = rightsFeature;
  const common = { ...needs, models, secret, deadlines, mail, sessions, presences };
  const { queueLook, board, offers, queue, takeovers, startReconciling } = openQueue({
    ...common,
    defaults: queueDefaults,
    openings: openings.of,
    openReservations: () => countReservations(models.reservations),
    incidents,
    liveSessions: (how) => liveSessions(models.sessions, how),
  });
  belongings.add(takeoversOfSession(models));
  const team = openTeam({ ...common, queueLook, board, offers, queue });
  const codes = await openCodes({ ...common, queue, sessionModel: models.sessions });
  const forTimes = { channels, times: () => organisation.times(), deadlines, clock };
  const hoursTurns = createHoursTurns({ ...forTimes, openings, onTurn: onChange });
  const reserving = openReservations({
    ...common,
    ...forTimes,
    model: models.reservations,
    queueLook,
    issueCode: (session) => codes.entries.open(session),
    askLimit: codes.askLimit,
    onCount: onChange,
  });
  const invitations = await openInvitations({
    ...common,
    mailSettings,
    askLimit: codes.askLimit,
    waitsElsewhere: async (browser) =>
      (await queue.waitingOf(browser)) !== undefined || (await sessions.currentOf(browser))?.state === 'live',
  });
  const conversation = await conversationFeatures({
    ...common,
    ...{ faults: log, sessionLog, belongings, rights, typing, signalling, incidents, seenBy, zone },
    ...{ takeovers, queueLook, teamFacts: team.facts, takeBack },
    openShared: (id) => sharedItems.shared.openFile(id),
  });
  const { members } = conversation;
  const forLinks = { sessions, model: models.sessions, links, deadlines, clock };
  const absence = createSessionAbsence(forLinks);
  const ownerAbsence = createOwnerAbsence({ ...forLinks, takeovers, accounts, members, faults: log });
  const tickets = createHostTickets(models.tickets, clock);
  const hosts = createHosts({ ...forLinks, tickets });
  const preparation = createHostPreparation({ outFolder: join(config.dataFolder, 'host') }, log);

  followSessions({ sessions, links, absence, signalling, typing, codes, tickets, takeovers, deadlines, presences });

  const comparing = compareAll({ deadlines, clock, log }, [
    ...[presences, queue, absence, ownerAbsence, hosts, rightsFeature].map((feature) => () => feature.compareLinks()),
    () => sessions.compare(),
    ...conversation.compares,
    () => reserving.reservations.compareChannels(),
    () => relay.refresh(),
  ]);

  const channelsChanged = async () => {
    await hoursTurns.follow();
    board.moved();
    await board.settled();
  };
  return {
    repHandlers: {
      ...repQueueHandlers({
        ...needs,
        ...reserving.shown,
        queue,
        queueLook,
        offers,
        sessions,
        presences,
        codes,
        rights,
        asks: members.asks,
      }),
      ...reserving.repHandlers,
      ...team.repHandlers,
      ...codes.repHandlers,
      ...guideHandlers({ mail, sessions, codes, organisation, origin, clock }),
      ...conversation.repHandlers,
      ...sharedItems.repHandlers,
      ...invitations.repHandlers,
    },
    customerHandlers: {
      ...customerQueueHandlers({
        ...needs,
        ...reserving.shown,
        queue,
        queueLook,
        takeovers,
        sessions,
        codes,
        branding,
        incidents,
        hasInvited: invitations.holds,
      }),
      ...reserving.customerHandlers,
      ...codes.customerHandlers,
      ...endingHandlers,
      ...conversation.customerHandlers,
      ...invitations.customerHandlers,
      ...customerHostHandlers({ sessions, tickets, preparation: preparation.state }),
    },
    adminHandlers: {
      ...mailSettingHandlers,
      ...invitations.adminHandlers,
      ...rightsFeature.adminHandlers,
      ...statistics.adminHandlers,
      ...queueDefaultsHandlers(queueDefaults, channelsChanged),
      ...incidentHandlers,
      ...brandingHandlers,
      ...sharedItems.adminHandlers,
      ...relaySettingHandlers,
      ...retention.adminHandlers,
      ...conversation.adminHandlers,
      ...administratorFeatures({
        ...needs,
        ...{
          models,
          sessions,
          log: sessionLog,
          zone,
          queueLook,
          today: statistics.today,
          seenBy,
          belongings,
          surveys: conversation.surveys,
        },
      }),
    },
    hostHandlers: hostHandlers({ hosts, sessions, log: sessionLog, signalling, revocations, organisation, clock }),
    listeners: createLinkListeners({
      ...needs,
      presences,
      sessions,
      queue,
      absence,
      ownerAbsence,
      offers,
      board,
      hosts,
      rightsFeature,
      revocations,
      signalling,
      members,
      calls: conversation.calls,
    }),
    signalling: { path: signallingPath, handleUpgrade: signalling.handleUpgrade },
    httpRoutes: [
      brandingRoute,
      ...conversation.httpRoutes,
      createDownloadRoute({
        checkTicket: (ticket) => tickets.check(ticket),
        preparation: preparation.state,
        onFetched: noteFetched(sessions),
        clock,
        log,
      }),
    ],
    helpStatus: async () => helpStatus(await queueLook.look(), await branding.get()),
    sharedFiles: sharedItems,
    async channelState(channel) {
      const view = (await queueLook.look()).channels.get(channel);
      if (view === undefined) return stateWithoutReps(organisationSettings(await queueDefaults.get()));
      const { status, line, reservations, now } = view;
      return { status, waiting: line.length, reservations, now };
    },
    async channelRemoved(channel) {
      await Promise.all([queue.channelRemoved(channel), reserving.reservations.channelRemoved(channel)]);
    },
    channelsChanged,
    async start() {
      await sessions.recover();
      await queue.recover();
      await reserving.recover();
      await invitations.recover();
      await presences.recover(await liveSessions(models.sessions));
      await sharedItems.shared.recover();
      await Promise.all([absence.recover(), ownerAbsence.recover(), hosts.recover()]);
      await startReconciling();
      await comparing.start();
      await Promise.all([statistics.start(), retention.start(), conversation.start()]);
      await hoursTurns.follow();
      deadlines.start();
      signalling.start();
      if (config.preparesHost) preparation.start(origin(), config.authorityFile);
      else preparation.leaveOut();
    },
    async stop() {
      signalling.stop();
      rightsFeature.stop();
      await Promise.all([deadlines.stop(), preparation.stop()]);
      await board.settled();
      await team.stop();
    },
  };
}
