import type { BrandTexts } from '../../../../shared/contract/branding.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { brandTexts } from '../../texts/customer-brand.ts';
import './brand.css';

type PrivacyNoticeProps = { organisation: string; texts: Pick<BrandTexts, 'privacy' | 'privacyLink'> };

/** What becomes of what one writes, before one writes it: the organisation's own words, or the plain fact. */
export function PrivacyNotice({ organisation, texts }: PrivacyNoticeProps) {
  return (
    <div class="brand-privacy">
      <p>
        {texts.privacy === '' ? (
          brandTexts.kept(safeName(organisation))
        ) : (
          <OutsideText as="message" text={texts.privacy} />
        )}
      </p>
      {texts.privacyLink !== '' && (
        <p>
          <Link href={texts.privacyLink} target="_blank">
            {brandTexts.privacyLink}
          </Link>
        </p>
      )}
    </div>
  );
}
