import { Section } from '../../../shared/ui/section.tsx';
import type { Settings } from '../../port/settings.ts';
import { settingsTexts } from '../../texts/settings-en.ts';
import { SettingChoice } from './choice.tsx';

const words = settingsTexts.appearance;

/** Light or dark, in panel and viewer window. */
export function Appearance({ settings, change }: { settings: Settings; change: (part: Partial<Settings>) => void }) {
  return (
    <Section title={words.title}>
      <SettingChoice
        label={words.label}
        words={words.theme}
        value={settings.theme}
        onValue={(theme) => change({ theme })}
        hint={words.contrast}
      />
    </Section>
  );
}
