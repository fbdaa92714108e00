import type { Branding } from '../../shared/contract/branding.ts';
import { brandPalette } from '../../shared/contract/brand-palette.ts';
import type { HelpStatus } from '../edge/feature-seam.ts';
import { publicChannels } from './queue-views.ts';
import type { QueueView } from './queue-views.ts';

/** What everybody may know: which channels there are and how they stand, in the organisation's colours. Pure. */
export function helpStatus(view: QueueView, { colour }: Branding): HelpStatus {
  const channels = publicChannels(view).map(({ id, name, status }) => ({ id, name, status }));
  if (colour === null) return { channels, colours: null };
  const { light, dark } = brandPalette(colour);
  return {
    channels,
    colours: { light: [light.accent, light['on-accent']], dark: [dark.accent, dark['on-accent']] },
  };
}
