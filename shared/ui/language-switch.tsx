import { Languages } from 'lucide';
import { languageNames } from './choose-language.ts';
import { Icon } from './icon.tsx';
import { changeLanguage, pageLanguage, pageLanguages } from './language.ts';
import './language-switch.css';

/** The other languages of the page, each by its own name: a press loads the page anew in it. */
export function LanguageSwitch() {
  const others = pageLanguages.filter((language) => language !== pageLanguage);
  return (
    <>
      {others.map((language) => (
        <button
          key={language}
          type="button"
          class="rh-language"
          lang={language}
          onClick={() => changeLanguage(language, window)}
        >
          <Icon icon={Languages} size={14} />
          {languageNames[language]}
        </button>
      ))}
    </>
  );
}
