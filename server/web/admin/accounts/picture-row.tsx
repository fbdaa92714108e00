import type { Account } from '../../../../shared/contract/account.ts';
import { Avatar } from '../../../../shared/ui/avatar.tsx';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/admin-en.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { ChooseFile } from '../form/choose-file.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** The picture of an account. Choosing one saves it at once. */
export function PictureRow({ account, onChanged }: { account: Account; onChanged: (account: Account) => void }) {
  const { model } = usePanel();
  const sending = useSending();
  const set = async (picture: string | null, words: string) => {
    const changed = await model.server.call('accounts.setPicture', { id: account.id, picture });
    onChanged(changed.account);
    model.say(words);
  };
  const choose = async (file: File) => {
    const picture = await shrinkPicture(file);
    if (picture === undefined) throw new AppError('invalid', { text: texts.accounts.pictureUnreadable });
    await set(picture, texts.accounts.pictureSaved);
  };
  return (
    <FormRow title={texts.accounts.picture} hint={texts.accounts.pictureHint}>
      <div class="admin-picture">
        <Avatar name={account.fullName} pictureUrl={account.picture ?? undefined} kind="staff" size={52} />
        <div class="admin-picture-orders">
          <ChooseFile
            text={texts.accounts.choosePicture}
            accept="image/png,image/jpeg,image/webp"
            onFile={(file) => void sending.run(() => choose(file))}
            busy={sending.isBusy}
            busyText={texts.unsaved.saving}
          />
          {account.picture !== null && (
            <Button kind="quiet" onClick={() => void sending.run(() => set(null, texts.accounts.pictureRemoved))}>
              {texts.accounts.removePicture}
            </Button>
          )}
        </div>
      </div>
      {sending.failure === undefined ? (
        <p class="rh-faint">{texts.accounts.noPicture}</p>
      ) : (
        <Notice kind="danger" alert>
          {sending.failure}
        </Notice>
      )}
    </FormRow>
  );
}
