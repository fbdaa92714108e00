import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Token } from '../../../../shared/contract/identifiers.ts';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { texts } from '../../texts/admin-en.ts';
import type { PanelModel } from '../panel-model.ts';
import { SetUpForm } from './set-up-form.tsx';
import { StartFrame } from './start-frame.tsx';

type SetUpPageProps = { model: PanelModel; token: Token | undefined; onDone: () => void };

/** The first administrator, by the one-time link that the server printed. */
export function SetUpPage({ model, token, onDone }: SetUpPageProps) {
  const [isDead, setDead] = useState(token === undefined);
  // Signed in with the cookie that came with the answer: the panel stands.
  const isDone = model.state.value.at === 'signed-in';
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone]);
  if (isDead || token === undefined) return <DeadLink />;
  const finish = async (first: Parameters<PanelModel['finishSetUp']>[0]) => {
    try {
      await model.finishSetUp(first);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error;
      setDead(true);
    }
  };
  return (
    <StartFrame
      organisation=""
      title={texts.setUp.title}
      lead={texts.setUp.lead}
      aside={
        <>
          <h2>{texts.setUp.next}</h2>
          <Steps label={texts.setUp.next} steps={texts.setUp.steps} />
        </>
      }
    >
      <SetUpForm token={token} onFinish={finish} />
    </StartFrame>
  );
}

function DeadLink() {
  const { dead } = texts.setUp;
  return (
    <StartFrame organisation="" title={dead.title} lead={dead.lead}>
      <dl class="admin-answers">
        {dead.answers.map(({ when, answer, command }) => (
          <div key={when}>
            <dt>{when}</dt>
            <dd>
              {answer}
              {command !== undefined && <code class="admin-code">{command}</code>}
            </dd>
          </div>
        ))}
      </dl>
    </StartFrame>
  );
}
