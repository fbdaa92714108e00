import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { snippetTexts as words } from '../../texts/admin-snippet-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { CopyButton } from '../form/copy-button.tsx';
import { FormRow } from '../form/form-row.tsx';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { snippetCode } from './snippet-code.ts';

/** The button for the organisation's own web site: what it shows, and the code to put there. */
export function SnippetPage() {
  const { model, signedIn } = usePanel();
  const { loaded, reload } = useLoaded(() => model.server.call('channels.list', {}), 'channels');
  const [label, setLabel] = useState('');
  const [isInCorner, setInCorner] = useState(false);
  const [channels, setChannels] = useState<readonly ChannelId[]>([]);
  const code = snippetCode(signedIn.origin, { label, isInCorner, channels });
  return (
    <PanelPage section={paths.snippet} title={words.title}>
      <LoadState loaded={loaded} onRetry={reload} />
      <FormRow title={words.what} hint={words.whatHint}>
        <TextInput
          label={words.label}
          value={label}
          placeholder={words.labelUsual}
          optional
          maxLength={40}
          autocomplete="off"
          onValue={setLabel}
        />
        <Switch label={words.corner} hint={words.cornerHint} checked={isInCorner} onChecked={setInCorner} />
      </FormRow>
      {loaded.at === 'ready' && (
        <FormRow title={words.channels} hint={words.channelsHint}>
          <CheckList
            label={words.channels}
            checks={loaded.value.channels.map(({ id, name }) => ({ id, name }))}
            chosen={channels}
            onChosen={setChannels}
          />
        </FormRow>
      )}
      <FormRow title={words.code} hint={words.codeHint}>
        <p class="admin-fixed admin-code">{code}</p>
        <div>
          <CopyButton text={code} label={words.copy} />
        </div>
        <p class="rh-soft">{words.rules}</p>
        <p class="admin-fixed admin-code">{signedIn.origin}</p>
      </FormRow>
      <FormRow title={words.try} hint={words.tryHint}>
        <TheButton label={label} channels={channels} />
      </FormRow>
    </PanelPage>
  );
}

/** The script as a site would load it, once more for each change. */
function TheButton({ label, channels }: { label: string; channels: readonly ChannelId[] }) {
  const place = useRef<HTMLDivElement>(null);
  const chosen = channels.join(',');
  useEffect(() => {
    const script = document.createElement('script');
    script.src = '/help.js';
    script.dataset['label'] = label.trim();
    script.dataset['channels'] = chosen;
    place.current?.replaceChildren(script);
  }, [label, chosen]);
  return <div ref={place} />;
}
