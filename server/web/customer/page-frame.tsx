import type { Branding } from '../../../shared/contract/branding.ts';
import { LanguageSwitch } from '../../../shared/ui/language-switch.tsx';
import { texts } from '../texts/customer.ts';
import { shownBranding } from './brand/shown-branding.ts';

/** What every page shows around its own part, in the branding that is shown now unless another one is given. */
export function pageFrame(organisation: string, { logo, texts: own }: Branding = shownBranding.value) {
  return {
    organisation: { name: organisation, line: own.line || texts.line, markUrl: logo ?? undefined, href: '/' },
    footer: [{ label: texts.needs, href: '/needs' }],
    language: <LanguageSwitch />,
  };
}
