/** The seam between the server's edge, which holds the open links, and its features, which speak to people. */
import * as v from 'valibot';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { EventInput } from '../../shared/contract/contract.ts';
import type { HostContract } from '../../shared/contract/host-contract.ts';
import type { AccountId, SessionId, Ticket, Token } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { Account } from '../../shared/contract/account.ts';

/** SHA-256 of a browser's key in base64url: who a customer is, without the secret itself. */
export type BrowserId = string & { readonly brand: 'BrowserId' };
export const BrowserId = v.custom<BrowserId>((value) => typeof value === 'string' && value !== '');

/** What the edge knows of a rep who calls. `account` is as fresh as the call. */
export interface RepContext {
  readonly linkId: string;
  readonly account: Account;
}

/** What the edge knows of a customer's page that calls. `address` is for throttling only. */
export interface CustomerContext {
  readonly linkId: string;
  readonly browser: BrowserId;
  readonly address: string;
  /** The browser's own words about itself, for the choice of host; at most 512 characters. */
  readonly userAgent: string;
}

/** A host that calls: how it was admitted is settled by its first call, `session.join`. */
export interface HostContext {
  readonly linkId: string;
  readonly admission:
    { readonly by: 'ticket'; readonly ticket: Ticket } | { readonly by: 'token'; readonly token: Token };
  /** The session this link belongs to, once it has joined. Set by the host's handlers. */
  session: SessionId | undefined;
}

/** Sends events to whoever is connected now. Never throws, never waits: what was missed is asked for by `seq`. */
export interface Links {
  toAccount(account: AccountId, event: EventInput<RepContract>): void;
  toBrowser(browser: BrowserId, event: EventInput<CustomerContract>): void;
  /** To every customer page that is open, for channel status. */
  toAllBrowsers(event: EventInput<CustomerContract>): void;
  toHost(session: SessionId, event: EventInput<HostContract>): void;
  /** Accounts with at least one open rep link. */
  accountsConnected(): ReadonlySet<AccountId>;
  browserConnected(browser: BrowserId): boolean;
  hostConnected(session: SessionId): boolean;
  /** Closes the host's links of a session, after the events sent to it so far. */
  closeHost(session: SessionId): void;
}

/** What features want to hear of links coming and going. */
export interface LinkListeners {
  repJoined(account: AccountId): Promise<void>;
  /** The account's last link has gone. */
  repLeft(account: AccountId): Promise<void>;
  /** Sign-ins of the account have ended, whether any of its links was open or not: what they opened must close. */
  repRevoked(account: AccountId): Promise<void>;
  browserJoined(browser: BrowserId): Promise<void>;
  browserLeft(browser: BrowserId): Promise<void>;
  hostLeft(session: SessionId): Promise<void>;
}
