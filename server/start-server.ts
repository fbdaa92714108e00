/** Puts the server together: store, services, features, and the ways in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { createAdminHandlers } from './admin/admin-handlers.ts';
import { createThingsChanged } from './admin/things-changed.ts';
import { guardHandlers } from './admin/guarded-handlers.ts';
import { serverSecret } from './codes/server-secret.ts';
import { createSteadyClock } from './config/clock.ts';
import type { ServerConfig } from './config/config.ts';
import type { ProjectFolders } from './config/project-folders.ts';
import { createApi } from './edge/api.ts';
import { createAddressOf } from './edge/client-address.ts';
import { openCustomerLinks } from './edge/customer-links.ts';
import { openHostLinks } from './edge/host-links.ts';
import { createExtensionRoute } from './edge/extension-route.ts';
import { createHelpRoute } from './edge/help-route.ts';
import { createHttpApp } from './edge/http-app.ts';
import { createInOrder } from './edge/in-order.ts';
import { createLinkDoors } from './edge/link-doors.ts';
import { createLinkRooms, createLinks } from './edge/link-rooms.ts';
import { createLinkServer } from './edge/link-server.ts';
import { listen } from './edge/listener.ts';
import { createOrigins } from './edge/origins.ts';
import { createPanelCookie } from './edge/panel-cookie.ts';
import { createPicturesRoute } from './edge/pictures-route.ts';
import { openRepLinks } from './edge/rep-links.ts';
import { createSharedFilesRoute } from './edge/shared-files-route.ts';
import { paceUpgrades } from './edge/paced-upgrades.ts';
import { createUpgradeGate } from './edge/upgrade-gate.ts';
import { createWebPages } from './edge/web-pages.ts';
import { createWorkInHand } from './edge/work-in-hand.ts';
import { createPackages } from './extension-packages/extension-packages.ts';
import { openSigningKey } from './extension-packages/signing-key.ts';
import { createFeatures } from './features.ts';
import { greeting } from './greeting.ts';
import type { Log } from './logging/log.ts';
import type { openStore } from './open-store.ts';
import { createSelfHandlers } from './accounts/self-handlers.ts';
import { createStoreRoom } from './store-room/store-room.ts';
import { createServices } from './services.ts';
import { createEntryHandlers } from './setup/entry-handlers.ts';

export interface RunningServer {
  /** For the terminal. */
  readonly greeting: string;
  /** Resolves with the reason when the server cannot go on. */
  readonly lost: Promise<string>;
  /** Serves new connections with what the certificate's files hold now. */
  renewCertificate(): void;
  /**
   * Takes nobody new, lets downloads, uploads and calls in flight finish, sends everybody away (programs come back by
   * themselves), and closes the store last. Takes less than half a minute, whatever others do.
   */
  stop(): Promise<void>;
}

/** How long requests in flight, such as a download, may take when the server ends. Meanwhile the links go on. */
const FINISH_REQUESTS_MS = 12_000;
/** The same for calls on links, and for what their going leaves to be written down. */
const FINISH_CALLS_MS = 3000;

export async function startServer(parts: {
  readonly config: ServerConfig;
  readonly folders: ProjectFolders;
  readonly log: Log;
  readonly openStore: typeof openStore;
}): Promise<RunningServer> {
  const { config, folders, log } = parts;
  const clock = createSteadyClock();
  const store = await parts.openStore(config, log);
  const room = createStoreRoom({ canWrite: store.canWrite, log });
  const secret = await serverSecret(config.dataFolder);
  const services = await createServices({ connection: store.connection, log, clock, secret });
  const { accounts, signIns, throttle, twoStep, secondStep, channels, groups, organisation, setUp, news } = services;
  const audit = services.audit.write;

  const addressOf = createAddressOf(config.trustedProxies);
  const server = createLinkServer({ audit, addressOf, log, clock, room });
  const rooms = createLinkRooms();
  let publicOrigin = '';
  const origin = () => publicOrigin;
  const links = createLinks(server.io, rooms);
  room.onChange((readOnly) => {
    for (const account of links.accountsConnected()) links.toAccount(account, { type: 'store.readOnly', readOnly });
  });
  const features = await createFeatures({
    links,
    connection: store.connection,
    config,
    origin,
    log,
    clock,
    audit,
    room,
    accounts,
    accountNews: news,
    channels,
    groups,
    organisation,
    pictures: services.pictures,
  });

  const listener = await listen(config);
  const signingKey = await openSigningKey(config.dataFolder);
  const { dataFolder, extensionStoreId: storeId } = config;
  const origins = createOrigins(config, listener.port, () => [signingKey.id(), storeId]);
  publicOrigin = origins.publicOrigin;

  const inHand = createWorkInHand();
  let isEnding = false;
  const audience = {
    server,
    rooms,
    doors: createLinkDoors(signIns),
    callerOf: (socket: Socket) => origins.callerOf(socket.handshake.headers.origin),
    listeners: features.listeners,
    inOrder: createInOrder((error) => log.fault('A feature failed to follow a link', error), inHand),
    environment: { clock, log, room, audit, addressOf, inHand, isEnding: () => isEnding, refuse: server.refuse },
  };
  const repHandlers = { ...features.repHandlers, ...createSelfHandlers(accounts) };
  openRepLinks({ ...audience, handlers: repHandlers, accounts, news });
  openCustomerLinks({ ...audience, handlers: features.customerHandlers });
  openHostLinks({ ...audience, handlers: features.hostHandlers });

  const version = readVersion(folders.root);
  const { channelState, channelRemoved, channelsChanged } = features;
  const adminHandlers = createAdminHandlers({
    accounts,
    signIns,
    throttle,
    twoStep,
    auditTrail: services.auditTrail,
    channels,
    groups,
    organisation,
    origin,
    channelState,
    channelRemoved,
    channelsChanged,
  });
  const cookie = createPanelCookie(origins.isSecure);
  const api = createApi({
    entryHandlers: createEntryHandlers({ version, setUp, signIns, secondStep, organisation, audit }),
    adminHandlers: guardHandlers(
      { ...adminHandlers, ...features.adminHandlers },
      audit,
      createThingsChanged({ accounts, channels, organisation, twoStep, groups, rights: features.adminHandlers }),
    ),
    signIns,
    cookie,
    addressOf,
    audit,
    log,
    room,
  });
  const pictures = createPicturesRoute(services.pictures);
  const sharedFiles = createSharedFilesRoute({
    ...features.sharedFiles,
    async signedIn(request) {
      const token = cookie.read(request);
      return token === undefined ? undefined : (await signIns.identify(token, 'panel'))?.account;
    },
    addressOf,
    audit,
  });
  const packages = createPackages({ folders, dataFolder, origin, signingKey, storeId });
  const pages = createWebPages(folders.web, setUp.isOpen);
  const routes = [
    api,
    pictures,
    sharedFiles,
    createHelpRoute(folders.web, features.helpStatus),
    createExtensionRoute(packages),
    ...features.httpRoutes,
    pages,
  ];
  const { isUp: isStoreUp } = store;
  listener.server.on('request', createHttpApp({ origins, addressOf, audit, log, room, isStoreUp, routes }));
  const { handleUpgrade } = server;
  listener.server.on(
    'upgrade',
    createUpgradeGate({
      origins,
      addressOf,
      audit,
      links: paceUpgrades({ open: handleUpgrade, addressOf }),
      signalling: features.signalling,
    }),
  );
  await features.start();

  const setUpToken = await setUp.openLink();
  return {
    greeting: greeting({ origin: publicOrigin, folders, config, storeKind: store.kind, setUpToken }),
    lost: store.lost,
    renewCertificate: listener.renewCertificate,
    async stop() {
      log.info('The server ends: it takes nobody new and finishes what it has begun');
      await listener.finish(FINISH_REQUESTS_MS);
      isEnding = true;
      await inHand.settled(FINISH_CALLS_MS);
      room.stop();
      await server.close();
      // The links' going is something the features still write down.
      await inHand.settled(FINISH_CALLS_MS);
      await features.stop();
      await listener.close();
      await services.audit.settled();
      await store.close();
    },
  };
}

const Manifest = v.object({ version: v.string() });

function readVersion(root: string): string {
  return v.parse(Manifest, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}
