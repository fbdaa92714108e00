/** What the edge hands to the features when the server starts, and what it gets back. See `links.ts` for the links. */
import type { Router } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import type { Connection } from 'mongoose';
import type { Account, RepFace } from '../../shared/contract/account.ts';
import type { Channel, ChannelStatus } from '../../shared/contract/channel.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { HostContract } from '../../shared/contract/host-contract.ts';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { SharedItem, SharedItemId } from '../../shared/contract/shared-item.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { CoreAdminOperation } from '../admin/core-operations.ts';
import type { AccountNews } from '../accounts/account-news.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Clock } from '../config/clock.ts';
import type { ServerConfig } from '../config/config.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { Log } from '../logging/log.ts';
import type { PictureService } from '../pictures/picture-service.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import type { CustomerContext, HostContext, LinkListeners, Links, RepContext } from './links.ts';

export type { AuditWriter };

/** A channel as it is stored: what the queue derives (status, waiting, what its settings come to) is left out. */
export type StoredChannel = Omit<Channel, 'status' | 'waiting' | 'reservations' | 'now'>;

/** Reading accounts. */
export interface AccountDirectory {
  /** `undefined` when there is no such account; a disabled one is found, and says so. */
  find(id: AccountId): Promise<Account | undefined>;
  face(id: AccountId): Promise<RepFace | undefined>;
  /** Everybody, disabled or not. */
  list(): Promise<Account[]>;
  /** How often sign-ins of the account were ended so far. */
  revocations(id: AccountId): Promise<number>;
  /** The accounts that have a capacity of their own. */
  capacities(): Promise<ReadonlyMap<AccountId, number>>;
}

/** Reading support channels. */
export interface ChannelDirectory {
  list(): Promise<StoredChannel[]>;
  find(id: ChannelId): Promise<StoredChannel | undefined>;
}

/** What the button on an organisation's own web site shows: nothing that is anybody's own. Colours are ground and words. */
export interface HelpStatus {
  readonly channels: readonly { readonly id: ChannelId; readonly name: string; readonly status: ChannelStatus }[];
  readonly colours: Readonly<Record<'light' | 'dark', readonly [ground: string, words: string]>> | null;
}

/** Shared files in and out. The methods throw what the feature's rules throw. */
export interface SharedFileDesk {
  addFile(parent: SharedItemId | null, name: string, content: Readable): Promise<SharedItem[]>;
  openFile(id: SharedItemId): Promise<{ readonly name: string; readonly content: Readable; readonly bytes: number }>;
}

export interface FeatureNeeds {
  readonly links: Links;
  /** Models are made on this connection. It is open; `autoIndex` is awaited by whoever makes the model. */
  readonly connection: Connection;
  readonly config: ServerConfig;
  /** The server's public address, such as `https://help.example`, known once the port is bound. */
  readonly origin: () => string;
  readonly log: Log;
  readonly clock: Clock;
  readonly audit: AuditWriter;
  readonly room: Pick<StoreRoom, 'isFull' | 'noticed'>;
  readonly accounts: AccountDirectory;
  /** Hears of every account that this process changed. */
  readonly accountNews: Pick<AccountNews, 'subscribe'>;
  readonly channels: ChannelDirectory;
  readonly groups: GroupDirectory;
  readonly organisation: { get(): Promise<Organisation>; times(): Promise<OrganisationTimes> };
  readonly pictures: Pick<PictureService, 'keep' | 'forget'>;
}

/** Answered by the edge's own account service, for reps too. */
export type SelfOperation = 'self.setPicture' | 'self.setDisplayName';

export interface Features {
  readonly repHandlers: Omit<Handlers<RepContract, RepContext>, SelfOperation>;
  readonly customerHandlers: Handlers<CustomerContract, CustomerContext>;
  /** What the web panel asks of the features; accounts, channels and the organisation are answered without them. */
  readonly adminHandlers: Omit<Handlers<AdminContract, AdminContext>, CoreAdminOperation>;
  readonly hostHandlers: Handlers<HostContract, HostContext>;
  readonly listeners: LinkListeners;
  readonly signalling: {
    /** Prefix of the path under which upgrades come, such as `/peer`. */
    readonly path: string;
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  };
  readonly httpRoutes: readonly Router[];
  helpStatus(): Promise<HelpStatus>;
  /** What the route of shared files works with. */
  readonly sharedFiles: {
    readonly shared: SharedFileDesk;
    readonly tellReps: (items: SharedItem[]) => void;
  };
  /** What the web panel shows beside a stored channel. */
  channelState(channel: ChannelId): Promise<Pick<Channel, 'status' | 'waiting' | 'reservations' | 'now'>>;
  /** A channel was removed: nobody is left waiting in it. */
  channelRemoved(channel: ChannelId): Promise<void>;
  /** The administrator changed channels or who is in them: whoever looks at them must hear. */
  channelsChanged(): Promise<void>;
  /** Begins deadlines and whatever runs by itself. */
  start(): Promise<void>;
  /** Ends it. Any number of times. */
  stop(): Promise<void>;
}
