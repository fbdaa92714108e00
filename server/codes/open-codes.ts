/** Opens connection codes and links with all that belongs to them. */
import { codeModel } from './code-model.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { BrowserId, CustomerContext } from '../edge/links.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { Presences } from '../presence/presence-service.ts';
import { createChallenges } from '../proof/challenge.ts';
import { createProofs } from '../proof/proofs.ts';
import { spentProofModel } from '../proof/spent-proof-model.ts';
import { createAskLimit } from '../queue/ask-limit.ts';
import type { Queue } from '../queue/queue-service.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { asVisitor, customerCodeHandlers, repCodeHandlers } from './code-handlers.ts';
import { createCodes } from './code-service.ts';
import { createCodeVault } from './code-vault.ts';
import { createEntries } from './entry-service.ts';
import { createGuessBudget } from './guess-budget.ts';
import { guessModel } from './guess-model.ts';
import { linkModel } from './link-model.ts';
import { createConnectionLinks } from './link-service.ts';
import { createWaitingReps } from './waiting-reps.ts';

export interface OpenCodesNeeds extends Pick<
  FeatureNeeds,
  'connection' | 'config' | 'clock' | 'audit' | 'links' | 'accounts'
> {
  /** The server's own secret, 32 bytes. */
  readonly secret: Uint8Array;
  readonly deadlines: Deadlines;
  readonly endings: Endings;
  readonly sessions: Sessions;
  readonly queue: Pick<Queue, 'leave'>;
  readonly sessionModel: SessionModel;
  readonly presences: Presences;
}

/** Resolves when every collection and index is there. */
export async function openCodes(needs: OpenCodesNeeds) {
  const { connection, config, clock, audit, links, accounts, secret, deadlines, endings, presences, sessions, queue } =
    needs;
  const models = {
    codes: codeModel(connection),
    connectionLinks: linkModel(connection),
    guesses: guessModel(connection),
    spentProofs: spentProofModel(connection),
  };
  for (const model of Object.values(models)) await model.createIndexes();
  const vault = createCodeVault(secret);
  const proofs = createProofs(models.spentProofs, createChallenges(secret), clock);

  const budget = createGuessBudget({
    model: models.guesses,
    proofs,
    clock,
    onExhausted(until) {
      audit({ actor: 'customer', action: 'codes.guessed', outcome: 'refused' });
      for (const account of links.accountsConnected()) links.toAccount(account, { type: 'codes.guarded', until });
    },
  });
  async function refuse(browser: BrowserId): Promise<void> {
    links.toBrowser(browser, { type: 'codes.refused' });
    await endings.tell(browser, { what: 'knock' });
  }
  const codes = createCodes({
    model: models.codes,
    vault,
    deadlines,
    clock,
    async onExpired(session, knock) {
      if (knock !== undefined) await refuse(knock.browser);
      await sessions.showHead(session);
    },
  });
  const connectionLinks = createConnectionLinks({
    model: models.connectionLinks,
    vault,
    deadlines,
    clock,
    lifeMs: config.linkLifeMs,
    async onExpired(session, browsers) {
      await sessions.showHead(session);
      await waitingReps.changed(session, browsers);
    },
  });
  const waitingReps = createWaitingReps({ connectionLinks, sessions, model: needs.sessionModel, accounts, links });
  const forEntries = { codes, connectionLinks, waitingReps, sessions, queue, presences, endings, clock };
  const entries = createEntries({ ...forEntries, refuse });
  const askLimit = createAskLimit({ clock, proofs });
  const forHandlers = { entries, budget, waitingReps, sessions };

  const challenges: Pick<Handlers<CustomerContract, CustomerContext>, 'proof.challenge'> = {
    'proof.challenge': ({ purpose }, { browser, address }) =>
      purpose === 'code' ? budget.challenge(browser) : askLimit.challenge({ browser, address }),
  };
  return {
    entries,
    askLimit,
    guardedUntil: () => budget.guardedUntil(),
    liveCode: (session: SessionId) => codes.liveCode(session),
    liveLink: (session: SessionId) => connectionLinks.live(session),
    /** What a browser that waits at a session's door is shown of it. */
    async knockingAt(browser: BrowserId): Promise<SessionHead | undefined> {
      const waits = await codes.knockingOf(browser);
      const record = waits && (await sessions.load(waits.session));
      if (waits === undefined || record === undefined) return undefined;
      return asVisitor(await sessions.head(record, 'customer'), waits.knock.name);
    },
    repHandlers: repCodeHandlers(forHandlers),
    customerHandlers: { ...customerCodeHandlers(forHandlers), ...challenges },
  };
}
