/** Branding in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Branding } from '../../shared/contract/branding.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { BrandingService } from './branding-service.ts';

type Handled = 'branding.get' | 'branding.update' | 'branding.setLogo';

/** `tellPages` shows every open customer page how it looks now. */
export function brandingHandlers(
  branding: BrandingService,
  tellPages: (branding: Branding) => void,
): Pick<Handlers<AdminContract, AdminContext>, Handled> {
  const shown = async (change: Promise<Branding>) => {
    const changed = await change;
    tellPages(changed);
    return { branding: changed };
  };
  return {
    'branding.get': async () => ({ branding: await branding.get() }),
    'branding.update': (change) => shown(branding.update(change)),
    'branding.setLogo': ({ logo }) => shown(branding.setLogo(logo)),
  };
}
