import { Ban, CircleDot, Eye, EyeOff, Hand, MousePointer2 } from 'lucide';
import { isToolScope } from '../../../../shared/contract/consent.ts';
import type { ConsentAsk, StandingAsk } from '../../../../shared/contract/consent.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { ConsentSheet } from '../../../../shared/ui/consent-sheet.tsx';
import type { ConsentRow, ConsentTerm } from '../../../../shared/ui/consent-sheet.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { toolIcons } from '../../../../shared/ui/tool-icons.ts';
import { toolTexts } from '../../texts/customer-tools.ts';
import { texts } from '../../texts/customer.ts';
import { firstName } from '../first-name.ts';

const words = texts.consent;

type Term = '15' | '30' | 'session';

const minutesOf: Record<Term, ConsentAsk['minutes']> = { 15: 15, 30: 30, session: null };
const terms: readonly [ConsentTerm<Term>, ConsentTerm<Term>, ConsentTerm<Term>] = [
  { term: '15', ...words.terms[15] },
  { term: '30', ...words.terms[30] },
  { term: 'session', ...words.terms.session },
];

type ConsentQuestionProps = {
  /** Changes with every asking. */
  askId: string;
  session: SessionHead;
  ask: StandingAsk;
  organisation: string;
  onYes: (minutes: ConsentAsk['minutes']) => void;
  onNo: () => void;
  onAskFirst: () => void;
};

/** The rep's question in the composer's place: who wants what, for how long, and what stops it. */
export function ConsentQuestion(props: ConsentQuestionProps) {
  const { askId, session, ask, organisation, onYes, onNo, onAskFirst } = props;
  const { displayName, picture } = session.owner;
  const rep = firstName(displayName);
  return (
    <ConsentSheet<Term>
      askId={askId}
      who={{ name: displayName, pictureUrl: picture ?? undefined }}
      question={questionOf(ask, rep)}
      detail={words.who(safeName(displayName), safeName(organisation))}
      scope={scopeOf(ask)}
      terms={terms}
      defaultTerm={ask.minutes === null ? 'session' : ask.minutes === 15 ? '15' : '30'}
      rows={[...recordedRow(ask), ...rowsFor(ask, rep)]}
      warning={words.warning}
      words={{ no: words.no, askFirst: words.askFirst(rep), answer: words.answer, termLabel: words.term }}
      onYes={(term) => onYes(minutesOf[term])}
      onNo={onNo}
      onAskFirst={onAskFirst}
    />
  );
}

function questionOf({ scope, devices }: ConsentAsk, rep: string): string {
  if (isToolScope(scope)) return toolTexts.words[scope].question(rep);
  return scope === 'view' ? words.view(rep) : words.control(rep, devices);
}

function scopeOf({ scope, devices }: ConsentAsk): ConsentRow {
  if (isToolScope(scope)) return { icon: toolIcons[scope], text: toolTexts.words[scope].scope };
  return scope === 'view'
    ? { icon: Eye, text: words.viewScope }
    : { icon: MousePointer2, text: words.controlScope(devices) };
}

/** Said first: nobody expects it. */
function recordedRow({ isRecorded }: StandingAsk): ConsentRow[] {
  return isRecorded === true ? [{ icon: CircleDot, text: toolTexts.recorded.told }] : [];
}

function rowsFor({ scope }: ConsentAsk, rep: string): ConsentRow[] {
  if (isToolScope(scope)) {
    const { careful, doesNot } = toolTexts.words[scope];
    return [
      { icon: Hand, text: careful },
      { icon: Ban, text: doesNot, soft: true },
    ];
  }
  return scope === 'view'
    ? [
        { icon: EyeOff, text: words.closePrivate },
        { icon: Ban, text: words.notView, soft: true },
      ]
    : [
        { icon: Hand, text: words.stops(rep) },
        { icon: Ban, text: words.notControl, soft: true },
      ];
}
