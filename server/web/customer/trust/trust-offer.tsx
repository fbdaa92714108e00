import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { SessionSummary } from '../../../../shared/contract/session-log.ts';
import type { TrustStanding } from '../../../../shared/contract/trust.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { inviteTexts } from '../../texts/customer-invite.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { useAction } from '../use-action.ts';
import { canKeepKeys, ownPublicKey } from './trust-key.ts';
import './trust.css';

const words = inviteTexts.trust;

/** After a session with a code: whether to trust the rep, so that no code is needed next time. */
export function TrustOffer({ model, summary }: { model: CustomerModel; summary: SessionSummary }) {
  const standing = useStanding(model, summary.session);
  const agreeing = useAction();
  const name = firstName(summary.reps.at(-1) ?? '');
  if (standing === undefined || !standing.possible || !canKeepKeys) return null;
  const isAgreed = standing.customer && standing.rep;
  const agree = () =>
    agreeing.run(async () => {
      await model.server.call('trusts.agree', { session: summary.session, publicKey: await ownPublicKey() });
      await model.own.refresh();
    });
  return (
    <section class="trust-offer" aria-labelledby="trust-title">
      <h2 id="trust-title">{isAgreed ? words.agreed(name) : words.title(name)}</h2>
      {!isAgreed && <p class="rh-soft">{words.text(name)}</p>}
      {standing.customer ? (
        <p role="status">{isAgreed ? words.both(name) : words.waits(name)}</p>
      ) : (
        <>
          {standing.rep && <p role="status">{words.theirs(name)}</p>}
          <Button busy={agreeing.isBusy} busyText={words.agreeing} onClick={agree}>
            {words.agree(name)}
          </Button>
        </>
      )}
      {agreeing.failure !== undefined && (
        <Notice kind="danger" alert>
          {agreeing.failure}
        </Notice>
      )}
    </section>
  );
}

function useStanding(model: CustomerModel, session: SessionSummary['session']): TrustStanding | undefined {
  const [standing, setStanding] = useState<TrustStanding>();
  const news = model.own.trustNews.value;
  useEffect(() => {
    let isHere = true;
    model.server.call('trusts.of', { session }).then(
      (answer) => isHere && setStanding(answer.standing),
      (error: unknown) => {
        // No answer: asked again at the next connection.
        if (!(error instanceof AppError)) throw error;
      },
    );
    return () => {
      isHere = false;
    };
  }, [model, session, news]);
  return standing;
}
