import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { draftTexts as words } from '../texts/drafts-en.ts';
import { useView } from '../view/view-context.ts';
import { copyWith } from '../ways-in/copy-with.ts';
import './left-words.css';

type LeftWordsNoticeProps = {
  /** Why it was not sent. */
  title: string;
  texts: readonly string[];
  /** Files that were not sent, by name. */
  files?: readonly string[];
  onDiscard: () => void;
};

/** Words that can be sent no more, whole, so that they can be copied to where they are of use. */
export function LeftWordsNotice({ title, texts, files = [], onDiscard }: LeftWordsNoticeProps) {
  const { orders } = useView();
  return (
    <div class="ext-left" role="status">
      <Notice
        action={
          <>
            {texts.length > 0 && <Button onClick={() => copyWith(orders.tell)(texts.join('\n'))}>{words.copy}</Button>}
            <Button kind="quiet" onClick={onDiscard}>
              {words.discard}
            </Button>
          </>
        }
      >
        {title}
        <span class="ext-left-texts" role="group" aria-label={title} tabIndex={0}>
          {texts.map((text, at) => (
            <span key={at} class="ext-left-text">
              <OutsideText as="message" text={text} />
            </span>
          ))}
          {files.length > 0 && (
            <span class="ext-left-text">{words.leftFiles(files.map((name) => safeName(name)))}</span>
          )}
        </span>
      </Notice>
    </div>
  );
}

/** What was left of sessions that are gone, in whichever room the rep is: one at a time, because there are other things to see. */
export function LeftWordsHere() {
  const { desk, orders } = useView();
  const [first, ...others] = desk.left.value;
  if (first === undefined) return null;
  const { session, customer, texts, files } = first;
  return (
    <LeftWordsNotice
      key={session}
      title={words.left(customer === '' ? '' : safeName(customer), others.length)}
      texts={texts}
      files={files}
      onDiscard={() => void orders.give('left.discard', { session })}
    />
  );
}
