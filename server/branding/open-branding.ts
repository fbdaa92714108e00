import type { FeatureNeeds } from '../edge/feature-seam.ts';
import { createBrandingRoute } from '../edge/branding-route.ts';
import { brandStyle } from './brand-style.ts';
import { brandingHandlers } from './branding-handlers.ts';
import { brandingModel } from './branding-model.ts';
import { createBranding } from './branding-service.ts';

/** The branding of customer pages: what the web panel asks of it, and the style sheet that the pages link. */
export function openBranding({ connection, links, pictures }: Pick<FeatureNeeds, 'connection' | 'links' | 'pictures'>) {
  const branding = createBranding(brandingModel(connection), pictures);
  return {
    branding,
    adminHandlers: brandingHandlers(branding, (changed) =>
      links.toAllBrowsers({ type: 'branding.changed', branding: changed }),
    ),
    httpRoute: createBrandingRoute(async () => brandStyle((await branding.get()).colour)),
  };
}
