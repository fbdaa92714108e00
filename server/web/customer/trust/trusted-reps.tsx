import { UserX } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Presence } from '../../../../shared/contract/account.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { signedText } from '../../../../shared/contract/trust.ts';
import type { TrustedRep } from '../../../../shared/contract/trust.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Status } from '../../../../shared/ui/status.tsx';
import type { StatusKind } from '../../../../shared/ui/status.tsx';
import { inviteTexts } from '../../texts/customer-invite.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { useAction } from '../use-action.ts';
import { canKeepKeys, signWithOwnKey } from './trust-key.ts';
import './trust.css';

const words = inviteTexts.trust;
/** Who is there changes without the page hearing of it. */
const LOOK_EVERY_MS = 10_000;

const kinds: Record<Presence, StatusKind> = {
  online: 'available',
  busy: 'busy',
  away: 'away',
  offline: 'offline',
};

/** The reps whom this browser may ask directly, with whether they are there. Nothing at all while there is none. */
export function TrustedReps({ model }: { model: CustomerModel }) {
  const trusts = useTrusts(model);
  if (!canKeepKeys || trusts.length === 0) return null;
  return (
    <section class="trusted" aria-labelledby="trusted-title">
      <h2 id="trusted-title">{words.people}</h2>
      <ul>
        {trusts.map((trust) => (
          <TrustedRow key={trust.id} model={model} trust={trust} />
        ))}
      </ul>
    </section>
  );
}

function TrustedRow({ model, trust }: { model: CustomerModel; trust: TrustedRep }) {
  const asking = useAction();
  const revoking = useAction();
  const [isAsked, setAsked] = useState(false);
  const { rep, presence, id } = trust;
  const name = firstName(rep.displayName);
  const ask = () =>
    asking.run(async () => {
      const { challenge } = await model.server.call('trusts.challenge', { trust: id });
      const signature = await signWithOwnKey(signedText(id, challenge));
      if (signature === undefined) throw new AppError('not-allowed');
      const { invitation } = await model.server.call('trusts.ask', { trust: id, challenge, signature, message: '' });
      model.own.put(invitation);
    });
  const revoke = () =>
    revoking.run(async () => {
      await model.server.call('trusts.revoke', { trust: id });
      setAsked(false);
      await model.own.refresh();
    });
  const isThere = presence === 'online' || presence === 'busy';
  const failure = asking.failure ?? revoking.failure;
  return (
    <li>
      <Avatar name={rep.displayName} pictureUrl={rep.picture ?? undefined} size={36} />
      <span class="trusted-who">
        <b>
          <OutsideText text={rep.displayName} />
        </b>
        <Status kind={kinds[presence]} word={words.presences[presence]} />
      </span>
      <Button
        busy={asking.isBusy}
        busyText={words.asking}
        disabledReason={isThere ? undefined : words.notNow(name)}
        onClick={ask}
      >
        {words.ask(name)}
      </Button>
      <IconButton icon={UserX} label={words.revoke(name)} onClick={() => setAsked(true)} />
      {failure !== undefined && (
        <Notice kind="danger" alert>
          {failure}
        </Notice>
      )}
      {isAsked && (
        <Dialog
          title={words.revokeQuestion(name)}
          harmless={words.keep}
          onHarmless={() => setAsked(false)}
          act={words.revokeAct}
          actKind="danger"
          acting={revoking.isBusy}
          onAct={revoke}
        >
          <p>{words.revokeText(name)}</p>
        </Dialog>
      )}
    </li>
  );
}

function useTrusts(model: CustomerModel): readonly TrustedRep[] {
  const [trusts, setTrusts] = useState<readonly TrustedRep[]>([]);
  const news = model.own.trustNews.value;
  useEffect(() => {
    let isHere = true;
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      model.server.call('trusts.list', {}).then(
        (answer) => isHere && setTrusts(answer.trusts),
        (error: unknown) => {
          // No answer: what stands is kept, and asked for again in a moment.
          if (!(error instanceof AppError)) throw error;
        },
      );
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      isHere = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [model, news]);
  return trusts;
}
