/** The people of a test: an administrator, reps, customers, hosts, each on the real ways into a real server. */
import type { Account, Role } from '../../shared/contract/account.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { customerContract } from '../../shared/contract/customer-contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { EXTENSION_ORIGIN } from '../../shared/contract/extension-id.ts';
import { hostContract } from '../../shared/contract/host-contract.ts';
import type { HostContract } from '../../shared/contract/host-contract.ts';
import { namespaces } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { repContract } from '../../shared/contract/rep-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { openContractLink } from './contract-link.ts';
import type { ContractLink } from './contract-link.ts';
import { adminClient, entryClient, extensionClient } from './http-client.ts';
import type { Browser } from './http-client.ts';
import type { ServerProcess } from './server-process.ts';

type Served = Pick<ServerProcess, 'origin'>;

export interface Administrator {
  readonly userId: string;
  readonly password: string;
  readonly account: Account;
  readonly browser: Browser;
  /** The web panel, signed in. */
  readonly panel: Client<AdminContract>;
}

/** Opens the printed set-up link and fills in its page: the first administrator, signed in to the web panel. */
export async function finishSetUp(
  server: Pick<ServerProcess, 'origin' | 'setUpLink'>,
  { userId = 'maria', password = 'correct horse battery', organisation = 'Fern Street Library' } = {},
): Promise<Administrator> {
  if (server.setUpLink === undefined) throw new Error('This server was set up already');
  const token = new URL(server.setUpLink).hash.slice(1);
  const browser: Browser = { cookie: undefined };
  const { account } = await entryClient(server, browser).call('setup.finish', {
    token,
    organisation,
    fullName: 'Maria Okafor',
    displayName: 'Maria',
    userId,
    password,
  });
  return { userId, password, account, browser, panel: adminClient(server, browser) };
}

export interface Rep {
  readonly userId: string;
  readonly password: string;
  readonly account: Account;
}

let repsMade = 0;

/** Makes an account in the web panel, in every channel there is unless told otherwise. */
export async function createRep(
  { panel }: Pick<Administrator, 'panel'>,
  {
    displayName = 'Ana',
    userId = `rep-${(repsMade += 1)}`,
    password = 'a password for a rep',
    role = 'representative',
    channels,
  }: {
    displayName?: string;
    userId?: string;
    password?: string;
    role?: Role;
    channels?: readonly string[];
  } = {},
): Promise<Rep> {
  const all = (await panel.call('channels.list', {})).channels.map(({ id }) => id);
  const { account } = await panel.call('accounts.create', {
    userId,
    password,
    role,
    fullName: `${displayName} Example`,
    displayName,
    email: '',
    channels: [...(channels ?? all)],
  });
  return { userId, password, account };
}

/** Signs in as the extension does. Throws the server's `AppError`. */
export async function signInRep(
  server: Served,
  { userId, password }: Pick<Rep, 'userId' | 'password'>,
): Promise<{ readonly token: string; readonly account: Account }> {
  const outcome = await extensionClient(server).call('rep.signIn', { userId, password, protocol: PROTOCOL_VERSION });
  if (outcome.step !== 'done') throw new Error(`Signing in asks for a further step: ${outcome.step}`);
  return outcome;
}

export type RepLink = ContractLink<RepContract>;
export type CustomerLink = ContractLink<CustomerContract>;
export type HostLink = ContractLink<HostContract>;

/** A rep's extension, connected. */
export function openRepLink({ origin }: Served, token: string, protocol = PROTOCOL_VERSION): Promise<RepLink> {
  const headers = { Origin: EXTENSION_ORIGIN };
  return openContractLink(repContract, { origin, namespace: namespaces.rep, door: { protocol, token }, headers });
}

/** Signs in and connects. */
export async function repOnline(server: Served, rep: Pick<Rep, 'userId' | 'password'>): Promise<RepLink> {
  return openRepLink(server, (await signInRep(server, rep)).token);
}

/** A customer's page, connected: a new browser unless a key is given. */
export function openCustomerLink({ origin }: Served, browserKey: string | null = null): Promise<CustomerLink> {
  const door = { protocol: PROTOCOL_VERSION, browserKey };
  const headers = { Origin: origin, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Test' };
  return openContractLink(customerContract, { origin, namespace: namespaces.customer, door, headers });
}

/** A customer host, connected but not yet joined to its session. */
export function openHostLink(
  { origin }: Served,
  admission: { readonly by: 'ticket'; readonly ticket: string } | { readonly by: 'token'; readonly token: string },
): Promise<HostLink> {
  const door = { protocol: PROTOCOL_VERSION, ...admission };
  return openContractLink(hostContract, { origin, namespace: namespaces.host, door });
}
