import { Copy, Lock } from 'lucide';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useComponentTexts } from '../../shared/ui/component-texts.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { runningTexts } from '../port/left-texts.ts';
import type { LeftText } from '../port/left-words.ts';
import { nothingToSend } from '../port/work-draft.ts';
import { draftTexts as words } from '../texts/drafts-en.ts';
import { useView } from '../view/view-context.ts';
import { copyWith } from '../ways-in/copy-with.ts';
import './left-words.css';

type LeftWordsNoticeProps = {
  /** Why it was not sent. */
  title: string;
  texts: readonly LeftText[];
  /** Files that were not sent, by name. */
  files?: readonly string[];
  onDiscard: () => void;
};

/**
 * Words that can be sent no more, whole, so that they can be copied to where they are of use: each by itself, because what was for
 * representatives only must not go along with what was for the customer.
 */
function LeftWordsNotice({ title, texts, files = [], onDiscard }: LeftWordsNoticeProps) {
  return (
    <div class="ext-left" role="status">
      <Notice
        action={
          <Button kind="quiet" onClick={onDiscard}>
            {words.discard}
          </Button>
        }
      >
        {title}
        <span class="ext-left-texts" role="group" aria-label={title} tabIndex={0}>
          {texts.map((text, at) => (
            <OneText key={at} {...text} />
          ))}
          {files.length > 0 && (
            <span class="ext-left-text">{words.leftFiles(files.map((name) => safeName(name)))}</span>
          )}
        </span>
      </Notice>
    </div>
  );
}

function OneText({ text, audience, label }: LeftText) {
  const { orders } = useView();
  const { repsOnly } = useComponentTexts();
  const isPrivate = audience === 'reps';
  const head = [isPrivate ? repsOnly : '', label].filter((word) => word !== '').join(' · ');
  return (
    <span class="ext-left-text" data-reps-only={isPrivate}>
      <span class="ext-left-written">
        {head !== '' && (
          <span class="ext-left-head">
            {isPrivate && <Icon icon={Lock} size={12} />} {head}
          </span>
        )}
        <OutsideText as="message" text={text} />
      </span>
      <IconButton icon={Copy} label={words.copy(label)} onClick={() => copyWith(orders.tell)(text)} />
    </span>
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

/** What was written in a session that has ended, and the pictures that waited beside it: it could be sent only before. */
export function LeftAtTheEnd({ session }: { session: SessionId }) {
  const {
    drafts,
    files: { held },
  } = useView();
  const texts = runningTexts(drafts.of(session));
  const pictures = held.of(session);
  if (texts.length === 0 && pictures.length === 0) return null;
  const discard = () => {
    drafts.change({ session, ...nothingToSend });
    for (const { clientId } of pictures) held.drop(clientId);
  };
  const names = pictures.map(({ file }) => file.name);
  return <LeftWordsNotice title={words.ended} texts={texts} files={names} onDiscard={discard} />;
}
