import { texts } from '../texts/customer-en.ts';

/** What every page shows around its own part. */
export function pageFrame(organisation: string) {
  return {
    organisation: { name: organisation, line: texts.line, href: '/' },
    footer: [{ label: texts.needs, href: '/needs' }],
  };
}
