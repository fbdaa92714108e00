import { Send, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { byteSize } from '../../shared/ui/byte-size.ts';
import { Button } from '../../shared/ui/button.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import type { Reader } from '../port/view-state.ts';
import { anywhereTexts } from '../texts/anywhere-en.ts';
import { useView } from '../view/view-context.ts';
import './held-pictures.css';

const words = anywhereTexts.held;

type HeldPicturesProps = {
  session: SessionId;
  /** Who gets what is sent. */
  audience: Reader;
  /** Without it they can only be put away, as long as nothing can be written. */
  canSend: boolean;
};

/** Above what is being written: pictures from other pages, to be looked at and sent, or put away. */
export function HeldPictures({ session, audience, canSend }: HeldPicturesProps) {
  const { held, queue } = useView().files;
  const waiting = held.of(session);
  if (waiting.length === 0) return null;
  return (
    <ul class="ext-held" aria-label={words.label} data-reps-only={audience === 'reps'}>
      {waiting.map(({ clientId, file }) => (
        <li key={clientId} class="ext-held-one">
          <Thumbnail file={file} />
          <div class="ext-held-words">
            <b>
              <OutsideText as="file" text={file.name} />
            </b>
            <p class="rh-soft">{words.notSent(byteSize(file.size))}</p>
          </div>
          {canSend && (
            <Button
              icon={Send}
              onClick={() => {
                held.drop(clientId);
                queue.add(session, [file], audience);
              }}
            >
              {words.send}
            </Button>
          )}
          <IconButton icon={X} label={words.putAway(safeName(file.name))} onClick={() => held.drop(clientId)} />
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const own = URL.createObjectURL(file);
    setAddress(own);
    return () => URL.revokeObjectURL(own);
  }, [file]);
  return <img class="ext-held-picture" src={address} alt={words.picture(safeName(file.name))} />;
}
