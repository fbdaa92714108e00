import type { Branding } from '../../../../shared/contract/branding.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { ChooseFile } from '../form/choose-file.tsx';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { readLogo } from './read-logo.ts';

type LogoRowProps = { logo: Branding['logo']; onChanged: (branding: Branding) => void };

/** The organisation's logo; saved as soon as it is chosen. */
export function LogoRow({ logo, onChanged }: LogoRowProps) {
  const { model } = usePanel();
  const sending = useSending();
  const save = async (data: string | null) => {
    const { branding } = await model.server.call('branding.setLogo', { logo: data });
    onChanged(branding);
    model.say(data === null ? words.logoRemoved : words.logoSaved);
  };
  const choose = async (file: File) => {
    const data = await readLogo(file);
    if (data === undefined) throw new AppError('invalid', { text: words.logoUnreadable });
    await save(data);
  };
  return (
    <FormRow title={words.logo} hint={words.logoHint}>
      <Failure text={sending.failure} />
      <div class="branding-logo">
        {logo === null ? (
          <span class="branding-no-logo rh-soft">{words.noLogo}</span>
        ) : (
          <img class="branding-logo-picture" src={logo} alt={words.logo} />
        )}
        <span class="admin-picture-orders">
          <ChooseFile
            text={words.chooseLogo}
            accept="image/png,image/jpeg,image/webp"
            onFile={(file) => void sending.run(() => choose(file))}
            busy={sending.isBusy}
          />
          {logo !== null && <Button onClick={() => void sending.run(() => save(null))}>{words.removeLogo}</Button>}
        </span>
      </div>
      <p class="rh-soft">{words.logoRules}</p>
    </FormRow>
  );
}
