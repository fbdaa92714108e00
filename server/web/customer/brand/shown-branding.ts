/** The organisation's branding as the pages show it now. One for the whole page, like the address. */
import { signal } from '@preact/signals';
import { plainBranding } from '../../../../shared/contract/branding.ts';
import type { Branding } from '../../../../shared/contract/branding.ts';

export const shownBranding = signal<Branding>(plainBranding);
