import { ImageUp, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Avatar } from '../../../shared/ui/avatar.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/en.ts';
import { pictureUrl } from '../../view/picture-url.ts';
import { useView } from '../../view/view-context.ts';
import { smallPicture } from './small-picture.ts';

/** The name and the face that customers see. */
export function OwnFace() {
  const { desk, orders } = useView();
  const account = desk.desk.value?.account;
  const file = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(account?.displayName ?? '');
  const [isBusy, setBusy] = useState(false);
  const words = texts.settings;
  if (account === undefined) return null;

  const setPicture = async (picture: string | null) => {
    setBusy(true);
    await orders.give('self.setPicture', { picture });
    setBusy(false);
  };
  const upload = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const picture = await smallPicture(chosen);
    if (picture === undefined) orders.tell(words.notAPicture, 'failure');
    else await setPicture(picture);
  };
  const rename = async () => {
    const answer = await orders.give('self.setDisplayName', { displayName: name });
    if (answer !== undefined) orders.tell(words.nameSaved(answer.account.displayName));
  };
  return (
    <Section title={words.face}>
      <div class="ext-face">
        <Avatar
          name={account.displayName}
          pictureUrl={pictureUrl(desk.desk.value?.origin, account.picture)}
          size={52}
          kind="staff"
        />
        <div class="ext-face-buttons">
          <Button icon={ImageUp} busy={isBusy} busyText={words.saving} onClick={() => file.current?.click()}>
            {words.choosePicture}
          </Button>
          {account.picture !== null && (
            <Button icon={Trash2} onClick={() => void setPicture(null)}>
              {words.noPicture}
            </Button>
          )}
        </div>
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          aria-label={words.choosePicture}
          onChange={(event) => {
            void upload(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <form
        class="ext-face-name"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextInput label={words.displayName} value={name} onValue={setName} maxLength={80} />
        <Button
          type="submit"
          size="main"
          disabledReason={isSame(name, account.displayName) ? words.nameUnchanged : undefined}
        >
          {words.saveName}
        </Button>
      </form>
    </Section>
  );
}

function isSame(typed: string, saved: string): boolean {
  return typed.trim() === saved || typed.trim() === '';
}
