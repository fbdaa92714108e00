/** Customers from anywhere: a server that trusts this machine as its proxy, and pages that come through it. */
import { customerContract } from '../../../shared/contract/customer-contract.ts';
import { namespaces } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { openContractLink } from '../../support/contract-link.ts';
import type { CustomerLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess, ServerProcessOptions } from '../../support/server-process.ts';

/** A server that believes what this machine says of addresses. */
export function serverBehindProxy(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  return startServerProcess({ ...options, settings: { TRUSTED_PROXY: '127.0.0.1', LOG_LEVEL: 'error' } });
}

/** A customer's page that comes from `address`, as the proxy says. */
export function customerFrom({ origin }: Pick<ServerProcess, 'origin'>, address: string): Promise<CustomerLink> {
  const headers = { Origin: origin, 'X-Forwarded-For': address, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Test' };
  const door = { protocol: PROTOCOL_VERSION, browserKey: null };
  return openContractLink(customerContract, { origin, namespace: namespaces.customer, door, headers });
}

/** What came of a call: `ok`, or the code of its failure. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** How often each outcome came. */
export function counted(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
