/** What can be asked before anybody is signed in. */
import type { Token } from '../../shared/contract/identifiers.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { EntryContract } from '../../shared/contract/entry-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { PROTOCOL_VERSION, describeMismatch } from '../../shared/contract/protocol-version.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import type { SecondStep } from '../two-step/second-step.ts';
import type { SetUp } from './set-up.ts';

/** Who asks, as far as one can know before they sign in. */
export interface EntryContext {
  readonly address: string;
  /** The cookie that came with the request, if it has the form of a token. */
  readonly panelToken: Token | undefined;
  /** Gives the browser a cookie for the web panel, or takes it away. */
  setPanelToken(token: Token | undefined): void;
}

export function createEntryHandlers(parts: {
  readonly version: string;
  readonly setUp: SetUp;
  readonly signIns: SignIns;
  readonly secondStep: SecondStep;
  readonly organisation: OrganisationService;
  readonly audit: AuditWriter;
}): Handlers<EntryContract, EntryContext> {
  const { version, setUp, signIns, secondStep, organisation, audit } = parts;

  /* Whatever cookie was there before, even one that somebody else had planted, is worth nothing afterwards (H-8). */
  async function replacePanelToken(context: EntryContext, fresh: Token) {
    if (context.panelToken !== undefined) await signIns.signOut(context.panelToken, 'panel');
    context.setPanelToken(fresh);
  }

  return {
    'server.describe': async () => ({
      product: 'RemoteHelp',
      version,
      protocol: PROTOCOL_VERSION,
      organisation: (await setUp.isOpen()) ? null : await organisation.get(),
    }),

    'setup.finish': async (first, context) => {
      const tell = (outcome: 'done' | 'refused', target: string) =>
        audit({ actor: 'set-up', action: 'setup.finish', target, address: context.address, outcome });
      const account = await setUp.finish(first).catch((error: unknown) => {
        tell('refused', first.userId);
        throw error;
      });
      tell('done', account.id);
      await replacePanelToken(context, await signIns.open(account.id, 'panel'));
      return { account };
    },

    'rep.signIn': async ({ protocol, ...tried }, { address }) => {
      const mismatch = describeMismatch(protocol, { mine: 'server', theirs: 'extension' });
      if (mismatch !== undefined) throw new AppError('protocol-mismatch', { text: mismatch });
      const outcome = await signIns.signIn({ ...tried, kind: 'extension', address });
      return outcome.step === 'done' ? { ...outcome, organisation: await organisation.get() } : outcome;
    },

    'admin.signIn': async (tried, context) => {
      const outcome = await signIns.signIn({ ...tried, kind: 'panel', address: context.address });
      if (outcome.step !== 'done') return outcome;
      await replacePanelToken(context, outcome.token);
      return { step: 'done', account: outcome.account };
    },

    'twoStep.enrol': ({ ticket }) => secondStep.enrol(ticket),

    'rep.secondStep': async (tried, { address }) => {
      const finished = await secondStep.finish({ ...tried, kind: 'extension', address });
      return { ...finished, organisation: await organisation.get() };
    },

    'admin.secondStep': async (tried, context) => {
      const { token, ...rest } = await secondStep.finish({ ...tried, kind: 'panel', address: context.address });
      await replacePanelToken(context, token);
      return rest;
    },

    'admin.signOut': async (_nothing, context) => {
      if (context.panelToken !== undefined) await signIns.signOut(context.panelToken, 'panel');
      context.setPanelToken(undefined);
      return {};
    },

    'rep.signOut': async ({ token }) => {
      await signIns.signOut(token, 'extension');
      return {};
    },
  };
}
