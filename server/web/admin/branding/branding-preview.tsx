import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { brandPalette } from '../../../../shared/contract/brand-palette.ts';
import type { Branding } from '../../../../shared/contract/branding.ts';
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { Segments } from '../../../../shared/ui/segments.tsx';
import { PrivacyNotice } from '../../customer/brand/privacy-notice.tsx';
import { pageFrame } from '../../customer/page-frame.tsx';
import { ChannelCards } from '../../customer/request/channel-cards.tsx';
import { Promises } from '../../customer/request/promises.tsx';
import { emptyDraft } from '../../customer/request/request-check.ts';
import { RequestFields } from '../../customer/request/request-fields.tsx';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { texts as customerTexts } from '../../texts/customer-en.ts';
import '../../customer/customer.css';

type Theme = 'light' | 'dark';

type BrandingPreviewProps = { branding: Branding; organisation: string; channels: readonly PublicChannel[] };

/** The request page itself with a branding that need not be saved yet, to look at and not to use. */
export function BrandingPreview({ branding, organisation, channels }: BrandingPreviewProps) {
  const [theme, setTheme] = useState<Theme>('light');
  const page = useRef<HTMLDivElement>(null);
  const { colour, texts } = branding;
  useLayoutEffect(() => {
    const style = page.current?.style;
    if (style === undefined || colour === null) return undefined;
    const family = Object.entries(brandPalette(colour)[theme]) as [string, string][];
    for (const [name, value] of family) style.setProperty(`--${name}`, value);
    return () => family.forEach(([name]) => style.removeProperty(`--${name}`));
  }, [colour, theme]);
  return (
    <section class="branding-preview" aria-label={words.preview}>
      <header class="branding-preview-head">
        <div>
          <h2>{words.preview}</h2>
          <p class="rh-soft">{words.previewHint}</p>
        </div>
        <Segments
          label={words.previewTheme}
          segments={[
            { value: 'light', label: words.light },
            { value: 'dark', label: words.dark },
          ]}
          value={theme}
          onValue={setTheme}
        />
      </header>
      <div class="branding-preview-frame" tabIndex={0} role="group" aria-label={words.preview}>
        <div ref={page} class="branding-preview-page" data-theme={theme} data-density="customer" inert>
          <PageShell
            {...pageFrame(organisation, branding)}
            title={texts.title || customerTexts.request.title}
            lead={texts.lead || customerTexts.request.lead}
            aside={<Promises isReserving={false} />}
          >
            <div class="request-form">
              {channels.length > 0 && (
                <ChannelCards channels={channels} chosen={channels[0]?.id} onChoose={() => undefined} />
              )}
              <div class="request-you">
                <RequestFields
                  draft={{ ...emptyDraft, name: words.sampleName }}
                  faults={{}}
                  incidents={[]}
                  onChange={() => undefined}
                />
              </div>
              <PrivacyNotice organisation={organisation} texts={texts} />
              <div class="form-end">
                <Button kind="primary">{customerTexts.request.send}</Button>
              </div>
            </div>
          </PageShell>
        </div>
      </div>
    </section>
  );
}
