import { useState } from 'preact/hooks';
import type { Branding } from '../../../../shared/contract/branding.ts';
import type { PublicChannel } from '../../../../shared/contract/channel.ts';
import { texts } from '../../texts/admin-en.ts';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { findFaults } from '../form/find-faults.ts';
import { UnsavedBar, useUnsaved } from '../form/unsaved-bar.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
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
  const { loaded, reload, replace } = useLoaded(async () => {
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
  if (loaded.at === 'ready') {
    return <Editor {...loaded.value} onChanged={(branding) => replace({ ...loaded.value, branding })} />;
  }
  return (
    <PanelPage section={paths.branding} title={words.title}>
      <LoadState loaded={loaded} onRetry={reload} />
    </PanelPage>
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
  const sending = useSending();
  const changes = brandingChanges(saved, form.values);
  useUnsaved(changes.length > 0);
  const save = () => {
    if (changes.length === 0 || !form.check()) return;
    void sending.run(async () => {
      const changed = await model.server.call('branding.update', brandingOf(form.values, saved));
      setSaved(brandingDraft(changed.branding));
      onChanged(changed.branding);
      model.say(texts.unsaved.saved);
    });
  };
  return (
    <PanelPage
      section={paths.branding}
      title={words.title}
      unsaved={
        changes.length === 0 ? undefined : (
          <UnsavedBar changes={changes} sending={sending} onDiscard={form.discard} onSave={save} />
        )
      }
    >
      <LogoRow logo={branding.logo} onChanged={onChanged} />
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ColourRow
          value={form.values.colour}
          error={form.faults.colour}
          onValue={(value) => form.set('colour', value)}
        />
        <WordsRow form={form} />
      </form>
      <BrandingPreview
        branding={{ logo: branding.logo, ...brandingOf(form.values, saved) }}
        organisation={signedIn.organisation}
        channels={channels}
      />
    </PanelPage>
  );
}
