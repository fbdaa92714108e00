import { isLanguage, languageNames } from '../../../shared/ui/choose-language.ts';
import { changeLanguage, chosenLanguage, pageLanguages } from '../../../shared/ui/language.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { settingsTexts } from '../../texts/settings-en.ts';
import { SettingChoice } from './choice.tsx';

const words = settingsTexts.language;

/** In which language the panel speaks, of those that it is complete in. It loads anew with another choice. */
export function LanguageSetting() {
  const names = Object.fromEntries(pageLanguages.map((language) => [language, languageNames[language]]));
  return (
    <Section title={words.title}>
      <SettingChoice<string>
        label={words.label}
        words={{ browser: words.browser, ...names }}
        value={chosenLanguage ?? 'browser'}
        onValue={(value) => changeLanguage(isLanguage(value) ? value : null, window)}
        hint={words.hint}
      />
    </Section>
  );
}
