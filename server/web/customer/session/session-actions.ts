import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { CustomerModel } from '../customer-model.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { useAction } from '../use-action.ts';
import type { Action } from '../use-action.ts';

/** What the customer can do in a session beside writing. */
export interface SessionActions {
  readonly answering: Action;
  readonly stopping: Action;
  readonly ending: Action;
  /** Why something did not work, in words. */
  readonly failure: string | undefined;
  yes(minutes: ConsentAsk['minutes']): void;
  no(): void;
  stopShowing(): void;
  end(): void;
  feelsWrong(): void;
}

/** Binds the page's buttons to the server; each keeps its own business. */
export function useSessionActions(model: CustomerModel, session: SessionHead): SessionActions {
  const answering = useAction();
  const stopping = useAction();
  const ending = useAction();
  const { server } = model;

  const answer = (given: 'yes' | 'no', minutes: ConsentAsk['minutes']) =>
    answering.run(async () => {
      const clientId = newClientEntryId();
      await server.call('consent.answer', { session: session.id, clientId, answer: given, minutes });
    });
  const end = (feelsWrong: boolean) =>
    ending.run(async () => {
      const { summary } = await server.call('sessions.end', { session: session.id, feelsWrong });
      model.enter({ at: 'summary', summary });
    });

  return {
    answering,
    stopping,
    ending,
    failure: ending.failure ?? stopping.failure ?? answering.failure,
    yes: (minutes) => answer('yes', minutes),
    no: () => answer('no', session.ask?.minutes ?? null),
    stopShowing: () =>
      stopping.run(async () => {
        // Seeing takes the hands along; each tool is taken back by itself.
        for (const { scope } of session.consents.filter(({ scope }) => scope !== 'control'))
          await server.call('consent.withdraw', { session: session.id, scope });
      }),
    end: () => end(false),
    feelsWrong: () => end(true),
  };
}
