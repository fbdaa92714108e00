/** People who play customers: they wait in line as long as the demo runs, chat when somebody answers, and come again. */
import { newId } from '../../server/secrets/random.ts';
import { createClient, parseEvent } from '../../shared/contract/contract.ts';
import type { EventOf } from '../../shared/contract/contract.ts';
import { customerContract } from '../../shared/contract/customer-contract.ts';
import type { CustomerContract, CustomerState } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { SessionId, Token } from '../../shared/contract/identifiers.ts';
import { namespaces } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { openSocketLink } from '../../shared/link/socket-carrier.ts';
import { roles } from './roles.ts';
import type { Role } from './roles.ts';

export interface Cast {
  /** Everybody goes home. */
  leave(): void;
}

const THINKS_MS = 2500;
const COMES_AGAIN_AFTER_MS = 60_000;

/** They ask as soon as their channel takes requests, which is when a representative is there. */
export function gatherCast(origin: string): Cast {
  const players = roles.map((role) => playCustomer(origin, role));
  return {
    leave() {
      for (const leave of players) leave();
    },
  };
}

function playCustomer(origin: string, role: Role): () => void {
  let browserKey: Token | null = null;
  let session: SessionId | undefined;
  let isAsking = false;
  let said = 0;
  const timers = new Set<NodeJS.Timeout>();
  const link = openSocketLink({
    origin,
    namespace: namespaces.customer,
    headers: { Origin: origin },
    door: () => ({ protocol: PROTOCOL_VERSION, browserKey }),
    onBrowserKey: (key) => (browserKey = key),
    onEvent(message) {
      const event = parseEvent(customerContract, message);
      if (event !== undefined) hear(event);
    },
    onState: (state) => state.at === 'open' && attempt(open),
  });
  const server = createClient(customerContract, link);

  function hear(event: EventOf<CustomerContract>) {
    if (event.type === 'channels.changed') attempt(askIfOpen);
    if (event.type === 'requests.claimed') enter(event.session.id);
    if (event.type === 'log.appended') follow(event.entry);
    if (event.type === 'sessions.ended') later(COMES_AGAIN_AFTER_MS, comeAgain);
  }

  async function open() {
    const { state } = await server.call('page.open', {});
    await takeUp(state);
  }

  async function takeUp(state: CustomerState) {
    if (state.at === 'session') session = state.session.id;
    if (state.at === 'start') await askIfOpen();
    if (state.at === 'summary') await comeAgain();
  }

  async function askIfOpen() {
    if (isAsking || session !== undefined) return;
    isAsking = true;
    try {
      const { channels, state } = await server.call('page.open', {});
      const channel = channels.find(({ name, status }) => name === role.channel && status !== 'offline');
      if (state.at !== 'start' || channel === undefined) return;
      const { name, email, reason, message } = role;
      await server.call('requests.ask', { channel: channel.id, name, email, phone: '', reason, message });
    } finally {
      isAsking = false;
    }
  }

  function enter(id: SessionId) {
    session = id;
    said = 0;
    later(THINKS_MS, () => say());
  }

  function follow(entry: LogEntry) {
    if (entry.by.kind !== 'rep') return;
    if (entry.kind === 'chat') later(THINKS_MS, () => say());
    if (entry.kind === 'asked') later(THINKS_MS, () => refuse());
  }

  /** The next line, once the last one was read. */
  async function say(text = role.lines[said]) {
    if (session === undefined || text === undefined) return;
    said += 1;
    await server.call('chat.send', { session, clientId: newId(ClientEntryId), text });
  }

  async function refuse() {
    if (session === undefined) return;
    await server.call('consent.answer', { session, clientId: newId(ClientEntryId), answer: 'no', minutes: 15 });
    await say(role.refusal);
  }

  async function comeAgain() {
    if (session !== undefined) await server.call('sessions.dismiss', { session });
    session = undefined;
    await askIfOpen();
  }

  function later(waitMs: number, act: () => Promise<void>) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      attempt(act);
    }, waitMs);
    timers.add(timer);
  }

  /** Whoever plays against them may end the session at any moment; a line that comes too late is left out. */
  function attempt(act: () => Promise<void>) {
    act().catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  }

  return () => {
    for (const timer of timers) clearTimeout(timer);
    link.close();
  };
}
