import { Angry, Frown, Laugh, Meh, Smile } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { Face, firstSurvey } from '../../../../shared/contract/survey.ts';
import type { FaceAnswer } from '../../../../shared/contract/survey.ts';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { surveyTexts as words } from '../../texts/customer-survey.ts';
import type { CustomerModel } from '../customer-model.ts';
import { useLatest } from './use-latest.ts';
import './survey.css';

const icons: Record<Face, IconNode> = { 1: Angry, 2: Frown, 3: Meh, 4: Smile, 5: Laugh };

type Asked = { question: string; answer: FaceAnswer | null };

/** One question after the end; nothing where the organisation asks nothing. */
export function Survey({ model, session }: { model: CustomerModel; session: SessionId }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const isOpen = model.link.value.at === 'open';
  useEffect(() => {
    if (!isOpen || asked !== null) return;
    model.server.call('surveys.own', { session }).then(
      ({ survey }) => setAsked(survey),
      // Nothing is asked then; whoever has come to say something can do without.
      () => {},
    );
  }, [isOpen, session]);
  return asked === null ? null : <Question model={model} session={session} asked={asked} />;
}

function Question({ model, session, asked }: { model: CustomerModel; session: SessionId; asked: Asked }) {
  const name = useId();
  const [face, setFace] = useState(asked.answer?.face);
  const [comment, setComment] = useState(asked.answer?.comment ?? '');
  const [kept, setKept] = useState(asked.answer ?? undefined);
  /** The words as they were sent last, also while they are on their way. */
  const [sentWords, setSentWords] = useState(comment);
  const sending = useLatest(async (answer: FaceAnswer) => {
    await model.server.call('surveys.answer', { session, ...answer });
    setKept(answer);
  });
  const choose = (chosen: Face) => {
    setFace(chosen);
    // The words wait for Send: they may not be finished.
    sending.run({ face: chosen, comment: sentWords });
  };
  const sendWords = (event: SubmitEvent) => {
    event.preventDefault();
    if (face === undefined) return;
    setSentWords(comment.trim());
    sending.run({ face, comment: comment.trim() });
  };
  // A face that is still on its way holds up no words: they go next.
  const areWordsOnWay = sending.isBusy && sentWords === comment.trim() && sentWords !== kept?.comment;
  const thanks = kept?.comment === comment.trim() && comment.trim() !== '' ? words.thanksForWords : words.thanks;
  return (
    <form class="survey" onSubmit={sendWords}>
      <fieldset class="survey-faces">
        <legend>
          <b>
            <OutsideText text={asked.question === firstSurvey.question ? words.firstQuestion : asked.question} />
          </b>{' '}
          <span class="rh-soft">{words.hint}</span>
        </legend>
        <div class="survey-row">
          {Face.options.map((option) => (
            <label key={option} class="survey-face">
              <input
                type="radio"
                name={name}
                value={String(option)}
                checked={face === option}
                onChange={() => choose(option)}
              />
              <Icon icon={icons[option]} size={24} />
              <span>{words.faces[option]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {face !== undefined && (
        <div class="survey-words">
          <TextInput
            label={words.comment}
            hint={words.commentHint}
            value={comment}
            onValue={setComment}
            maxLength={500}
            autocomplete="off"
          />
          <Button type="submit" busy={areWordsOnWay} busyText={words.sending}>
            {words.send}
          </Button>
        </div>
      )}
      <div role="status">
        {sending.failure === undefined && kept !== undefined && kept.face === face && <p class="rh-soft">{thanks}</p>}
        {sending.failure !== undefined && <Notice kind="danger">{sending.failure}</Notice>}
      </div>
    </form>
  );
}
