import { useRef, useState } from 'preact/hooks';
import type { Branding } from '../../../../shared/contract/branding.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { readLogo } from './read-logo.ts';

type LogoRowProps = { logo: Branding['logo']; onChanged: (branding: Branding) => void };

/** The organisation's logo; saved as soon as it is chosen. */
export function LogoRow({ logo, onChanged }: LogoRowProps) {
  const { model } = usePanel();
  const file = useRef<HTMLInputElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const sending = useSending();
  const save = (data: string | null) =>
    sending.run(async () => {
      const { branding } = await model.server.call('branding.setLogo', { logo: data });
      onChanged(branding);
      model.say(data === null ? words.logoRemoved : words.logoSaved);
    });
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const data = await readLogo(chosen);
    setUnreadable(data === undefined);
    if (data !== undefined) await save(data);
  };
  const failure = isUnreadable ? words.logoUnreadable : sending.failure;
  return (
    <FormRow title={words.logo} hint={words.logoHint}>
      {failure !== undefined && (
        <Notice kind="danger" alert>
          {failure}
        </Notice>
      )}
      <div class="branding-logo">
        {logo === null ? (
          <span class="branding-no-logo rh-soft">{words.noLogo}</span>
        ) : (
          <img class="branding-logo-picture" src={logo} alt={words.logo} />
        )}
        <span class="admin-picture-orders">
          <Button busy={sending.isBusy} onClick={() => file.current?.click()}>
            {words.chooseLogo}
          </Button>
          {logo !== null && <Button onClick={() => void save(null)}>{words.removeLogo}</Button>}
        </span>
        <input
          ref={file}
          hidden
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label={words.chooseLogo}
          onChange={(event) => {
            const field = event.currentTarget;
            void choose(field.files?.[0]).finally(() => (field.value = ''));
          }}
        />
      </div>
      <p class="rh-soft">{words.logoRules}</p>
    </FormRow>
  );
}
