import { useState } from 'preact/hooks';
import type { Branding } from '../../../../shared/contract/branding.ts';
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { findFaults } from '../form/find-faults.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { brandingChanges, brandingDraft, brandingOf, brandingRules } from './branding-draft.ts';
import { BrandingPreview } from './branding-preview.tsx';
import { ColourRow } from './colour-row.tsx';
import { LogoRow } from './logo-row.tsx';
import { WordsRow } from './words-row.tsx';
import './branding.css';

/** How customer pages look and greet. */
export function BrandingPage() {
  const { model } = usePanel();
  const asked = useLoaded(async () => {
    const [{ branding }, { channels }] = await Promise.all([
      model.server.call('branding.get', {}),
      model.server.call('channels.list', {}),
    ]);
    const unknown = { wait: null, opensAt: null } as const;
    const shown = channels.map(({ id, name, description, status, reservations: { open, most } }) => ({
      ...{ id, name, description, status, ...unknown },
      takesReservations: open < most,
    }));
    return { branding, channels: shown };
  }, 'branding');
  return (
    <LoadedPage asked={asked} section={paths.branding} title={words.title}>
      {(value) => <Editor {...value} onChanged={(branding) => asked.replace({ ...value, branding })} />}
    </LoadedPage>
  );
}

type EditorProps = {
  branding: Branding;
  channels: readonly PublicChannel[];
  onChanged: (branding: Branding) => void;
};

function Editor({ branding, channels, onChanged }: EditorProps) {
  const { model, signedIn } = usePanel();
  const [saved, setSaved] = useState(() => brandingDraft(branding));
  const form = useForm(saved, (values) => findFaults(values, brandingRules));
  const changes = brandingChanges(saved, form.values);
  const saving = useSaving({
    form,
    changes,
    store: async () => {
      const changed = await model.server.call('branding.update', brandingOf(form.values, saved));
      setSaved(brandingDraft(changed.branding));
      onChanged(changed.branding);
    },
  });
  return (
    <PanelPage section={paths.branding} title={words.title} unsaved={saving.bar}>
      <LogoRow logo={branding.logo} onChanged={onChanged} />
      <PanelForm id={form.id} onSave={saving.save}>
        <ColourRow
          value={form.values.colour}
          error={form.faults.colour}
          onValue={(value) => form.set('colour', value)}
        />
        <WordsRow form={form} />
      </PanelForm>
      <BrandingPreview
        branding={{ logo: branding.logo, ...brandingOf(form.values, saved) }}
        organisation={signedIn.organisation}
        channels={channels}
      />
    </PanelPage>
  );
}
