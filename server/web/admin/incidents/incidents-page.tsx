import { CornerDownRight, Pencil, Plus, RotateCcw, Tag as TagIcon, X } from 'lucide';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { IncidentId, incidentLimits } from '../../../../shared/contract/incident.ts';
import type { Incident } from '../../../../shared/contract/incident.ts';
import { pathTo } from '../../../../shared/contract/item-tree.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { MenuItem } from '../../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { incidentTexts as words } from '../../texts/admin-incidents-en.ts';
import { Failure } from '../form/failure.tsx';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { TreeList } from '../tree/tree-list.tsx';
import type { IncidentDraft } from './incident-draft.ts';
import { IncidentDialog } from './incident-dialog.tsx';

type Order = 'change' | 'below' | 'retire' | 'back';

/** The catalogue of support incidents: what customers choose from. */
export function IncidentsPage() {
  const { model } = usePanel();
  const { server } = model;
  const { loaded, reload, replace } = useLoaded(async () => {
    const [{ incidents }, { channels }] = await Promise.all([
      server.call('incidents.list', {}),
      server.call('channels.list', {}),
    ]);
    return { incidents, channels };
  }, 'incidents');
  const [draft, setDraft] = useState<IncidentDraft>();
  const [retiring, setRetiring] = useState<Incident>();
  const sending = useSending();
  const { incidents, channels } = loaded.at === 'ready' ? loaded.value : { incidents: [], channels: [] };

  const send = (work: () => Promise<{ incidents: Incident[] }>) =>
    sending.run(async () => {
      const changed = await work();
      replace({ incidents: changed.incidents, channels });
      setDraft(undefined);
      setRetiring(undefined);
      model.say(words.saved);
    });
  const save = ({ id, name, parent, channels: chosen }: IncidentDraft) =>
    send(async () => {
      if (id === undefined) return server.call('incidents.add', { name, parent, channels: [...chosen] });
      const isMoved = incidents.find((incident) => incident.id === id)?.parent !== parent;
      if (isMoved) await server.call('incidents.move', { id, parent, before: null });
      return server.call('incidents.change', { id, name, channels: [...chosen] });
    });
  const order = (incident: Incident, what: Order) => {
    switch (what) {
      case 'change':
        return setDraft(incident);
      case 'below':
        return setDraft({ id: undefined, name: '', parent: incident.id, channels: [] });
      case 'retire':
        return setRetiring(incident);
      case 'back':
        return void send(() => server.call('incidents.setRetired', { id: incident.id, retired: false }));
      default:
        return what satisfies never;
    }
  };
  const channelWords = (incident: Incident) => {
    const names = channels.filter(({ id }) => incident.channels.includes(id)).map(({ name }) => safeName(name));
    if (names.length > 0) return words.inChannels(names.join(', '));
    const narrower = pathTo(incidents, incident.id).findLast((above) => above.channels.length > 0);
    return narrower === undefined ? words.allChannels : words.asParent(safeName(narrower.name));
  };

  return (
    <PanelPage
      section={paths.incidents}
      title={words.title}
      actions={
        <Button
          kind="primary"
          size="main"
          icon={Plus}
          onClick={() => setDraft({ id: undefined, name: '', parent: null, channels: [] })}
        >
          {words.add}
        </Button>
      }
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <TreeList
          label={words.title}
          lead={words.lead}
          empty={words.empty}
          failure={draft === undefined && retiring === undefined ? sending.failure : undefined}
          items={incidents}
          nameOf={({ name }) => name}
          draw={(incident) => ({
            start: <Icon icon={TagIcon} />,
            title: (
              <>
                <OutsideText text={incident.name} />
                {incident.retired && <Tag>{words.retired}</Tag>}
              </>
            ),
            detail: channelWords(incident),
          })}
          orders={(incident) => ordersOf(incidents, incident)}
          onOrder={order}
          onStep={({ id, parent }, before) =>
            void send(() =>
              server.call('incidents.move', {
                id,
                parent,
                before: before === null ? null : v.parse(IncidentId, before),
              }),
            )
          }
          isBusy={sending.isBusy}
        />
      )}
      {draft !== undefined && (
        <IncidentDialog
          first={draft}
          incidents={incidents}
          channels={channels}
          sending={sending}
          onSave={(changed) => void save(changed)}
          onClose={() => setDraft(undefined)}
        />
      )}
      {retiring !== undefined && (
        <Dialog
          title={words.retireTitle(safeName(retiring.name))}
          harmless={words.retireKeep}
          onHarmless={() => setRetiring(undefined)}
          act={words.retireNow}
          acting={sending.isBusy}
          actingText={words.saving}
          onAct={() => void send(() => server.call('incidents.setRetired', { id: retiring.id, retired: true }))}
        >
          <Failure text={sending.failure} />
          {words.retireText.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Dialog>
      )}
    </PanelPage>
  );
}

function ordersOf(incidents: readonly Incident[], incident: Incident): MenuItem<Order>[] {
  const hasRoom = pathTo(incidents, incident.id).length < incidentLimits.levels;
  return [
    { key: 'change', label: words.change, icon: Pencil },
    ...(hasRoom ? [{ key: 'below' as const, label: words.addBelow, icon: CornerDownRight }] : []),
    incident.retired
      ? { key: 'back', label: words.bringBack, icon: RotateCcw, apart: true }
      : { key: 'retire', label: words.retire, icon: X, apart: true },
  ];
}
