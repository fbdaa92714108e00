import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { Solved } from '../../shared/contract/survey.ts';
import { Section } from '../../shared/ui/section.tsx';
import { Segments } from '../../shared/ui/segments.tsx';
import { surveyTexts as words } from '../texts/survey-en.ts';
import { useView } from '../view/view-context.ts';
import './solved-question.css';

/** One question when a session is over; nothing where the organisation asks nothing. */
export function SolvedQuestion({ session }: { session: SessionId }) {
  const { orders } = useView();
  const [isAsked, setAsked] = useState(false);
  const [solved, setSolved] = useState<Solved | null>(null);
  const [isNoted, setNoted] = useState(false);
  useEffect(() => {
    let isHere = true;
    void orders.ask('surveys.solved', { session }).then(({ answer }) => {
      if (!isHere || answer === undefined) return;
      setAsked(answer.isAsked);
      setSolved(answer.solved);
    });
    return () => {
      isHere = false;
    };
  }, [orders, session]);
  if (!isAsked) return null;
  const answer = async (chosen: Solved | 'open') => {
    if (chosen === 'open') return;
    const before = solved;
    setSolved(chosen);
    setNoted(false);
    const isStored = (await orders.give('surveys.solve', { session, solved: chosen })) !== undefined;
    if (!isStored) setSolved(before);
    setNoted(isStored);
  };
  return (
    <Section title={words.title}>
      <div class="ext-solved">
        <p class="ext-facts-none">{words.lead}</p>
        <Segments<Solved | 'open'>
          label={words.title}
          value={solved ?? 'open'}
          onValue={(chosen) => void answer(chosen)}
          segments={Solved.options.map((value) => ({ value, label: words.solved[value] }))}
        />
        <p role="status" class="ext-facts-none">
          {isNoted ? words.noted : ''}
        </p>
      </div>
    </Section>
  );
}
