import { ExternalLink, LogOut, Volume2 } from 'lucide';
import type { Settings, SoundLevel } from '../../port/settings.ts';
import { Button, LinkButton } from '../../../shared/ui/button.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { Segments } from '../../../shared/ui/segments.tsx';
import { Switch } from '../../../shared/ui/switch.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { BrowserKeys } from '../../keys/browser-keys.tsx';
import { KeyTable } from '../../keys/keys-sheet.tsx';
import { usePanel } from '../panel-context.ts';
import { panelKeys } from '../panel-keys.ts';
import { useSignOut } from '../strip/sign-out.tsx';
import { Appearance } from './appearance.tsx';
import { LanguageSetting } from './language.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { OwnFace } from './own-face.tsx';
import { PictureSettings } from './picture-settings.tsx';
import { TrustedCustomers } from './trusted-customers.tsx';
import './settings-room.css';

/** What a rep sets for this browser, and for the own name and face. */
export function SettingsRoom() {
  const view = useView();
  const panel = usePanel();
  const { desk, orders } = view;
  const { signOut, question } = useSignOut();
  const settings = desk.settings.value;
  const change = (part: Partial<Settings>) => void orders.give('settings.change', { ...settings, ...part });
  const words = texts.settings;
  return (
    <>
      <Section title={words.sound}>
        <div class="ext-settings-row">
          <Segments<SoundLevel>
            label={words.sound}
            segments={[
              { value: 'off', label: words.soundOff },
              { value: 'quiet', label: words.soundQuiet },
              { value: 'normal', label: words.soundNormal },
            ]}
            value={settings.sound}
            onValue={(sound) => change({ sound })}
          />
          {settings.sound !== 'off' && (
            <Button icon={Volume2} onClick={() => void orders.give('sound.try', { level: settings.sound })}>
              {words.soundTry}
            </Button>
          )}
        </div>
        {settings.sound !== 'off' && <p class="ext-setting-hint">{words.soundFull}</p>}
      </Section>
      <Section title={words.notifications}>
        <Switch
          label={words.messageWords}
          hint={words.messageWordsHint}
          checked={settings.messageWords}
          onChecked={(messageWords) => change({ messageWords })}
        />
      </Section>
      <Appearance settings={settings} change={change} />
      <LanguageSetting />
      <PictureSettings settings={settings} change={change} />
      <NetworkSettings settings={settings} change={change} />
      <OwnFace />
      <TrustedCustomers />
      <Section title={words.keys}>
        <Switch
          label={words.singleKeys}
          hint={words.singleKeysHint}
          checked={settings.singleKeys}
          onChecked={(singleKeys) => change({ singleKeys })}
        />
        <KeyTable keys={panelKeys(view, panel)} />
        <BrowserKeys />
      </Section>
      {desk.desk.value !== null && (
        <Section title={texts.twoStep.title}>
          <p class="ext-settings-server">{texts.twoStep.settings}</p>
          <LinkButton icon={ExternalLink} href={`${desk.desk.value.origin}/admin/self`} target="_blank">
            {texts.twoStep.open}
          </LinkButton>
        </Section>
      )}
      <Section title={words.server}>
        <p class="ext-settings-server">
          {desk.desk.value?.organisation.name}
          <br />
          <span class="rh-soft">{desk.link.value.at === 'starting' ? '' : desk.link.value.server}</span>
        </p>
        <Button icon={LogOut} onClick={signOut}>
          {texts.presence.signOut}
        </Button>
      </Section>
      {question}
    </>
  );
}
