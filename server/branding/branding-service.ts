/** How the organisation's pages look and greet. */
import { plainBranding } from '../../shared/contract/branding.ts';
import type { Branding } from '../../shared/contract/branding.ts';
import type { PictureService } from '../pictures/picture-service.ts';
import { remakeLogo } from '../pictures/remake-logo.ts';
import type { BrandingModel, StoredBranding } from './branding-model.ts';

export interface BrandingService {
  get(): Promise<Branding>;
  update(change: Pick<Branding, 'colour' | 'texts'>): Promise<Branding>;
  /**
   * Shows another logo, given in base64, or none.
   * @throws AppError `invalid` for what is no picture, `too-large`
   */
  setLogo(base64: string | null): Promise<Branding>;
}

const ONLY = 'branding';

export function createBranding(
  model: BrandingModel,
  pictures: Pick<PictureService, 'keep' | 'forget'>,
): BrandingService {
  const set = (change: Partial<StoredBranding>) =>
    model.findOneAndUpdate({ _id: ONLY }, { $set: change }, { upsert: true, returnDocument: 'before' }).lean();

  async function get(): Promise<Branding> {
    const stored = await model.findOne({ _id: ONLY }).lean();
    if (stored === null) return plainBranding;
    const { logo, colour, texts } = stored;
    return { logo: logo === null ? null : `/pictures/${logo}`, colour, texts };
  }

  return {
    get,
    async update({ colour, texts }) {
      await set({ colour, texts });
      return get();
    },
    async setLogo(base64) {
      const logo = base64 === null ? null : await pictures.keep(await remakeLogo(base64));
      const before = (await set({ logo }))?.logo ?? null;
      if (before !== null) await pictures.forget(before);
      return get();
    },
  };
}
