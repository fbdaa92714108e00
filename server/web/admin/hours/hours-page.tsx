import type { Channel } from '../../../../shared/contract/channel.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { PageLink } from '../frame/page-link.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { hoursText } from './hours-text.ts';
import { useOrganisationTimes } from './organisation-times.tsx';

const words = hoursTexts;

/** The organisation's clock and rules for reservations, and each channel's hours. */
export function HoursPage() {
  const { model } = usePanel();
  const { loaded, reload } = useLoaded(async () => {
    const [{ channels }, { times }] = await Promise.all([
      model.server.call('channels.list', {}),
      model.server.call('organisation.times', {}),
    ]);
    return { channels, times };
  }, 'hours');
  const times = useOrganisationTimes(loaded.at === 'ready' ? loaded.value.times : undefined, reload);
  return (
    <PanelPage section={paths.hours} title={words.title} unsaved={times.unsaved}>
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <>
          {times.fields}
          <ChannelTable channels={loaded.value.channels} />
        </>
      )}
    </PanelPage>
  );
}

function ChannelTable({ channels }: { channels: readonly Channel[] }) {
  const { router } = usePanel();
  const { columns } = words;
  const described: TableColumn<Channel>[] = [
    {
      key: 'name',
      head: columns.name,
      isName: true,
      cell: ({ id, name }) => (
        <PageLink href={paths.channelHours(id)} onOpen={router.go}>
          <OutsideText text={name} />
        </PageLink>
      ),
    },
    { key: 'hours', head: columns.hours, cell: ({ hours }) => weekWords(hours.week) },
    { key: 'holidays', head: columns.holidays, align: 'end', cell: ({ hours }) => hours.holidays.length },
    {
      key: 'reservations',
      head: columns.reservations,
      align: 'end',
      cell: ({ reservations }) => words.open(reservations.open, reservations.most),
    },
  ];
  return (
    <Table
      caption={words.channels}
      columns={described}
      rows={channels}
      rowKey={({ id }) => id}
      empty={<EmptyState text={words.noChannels} />}
    />
  );
}

/** Days that follow each other with the same hours are one: `Monday – Friday 08:00–17:00`. */
function weekWords(week: Channel['hours']['week']): string {
  if (week === null) return words.dayAndNight;
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [day, spans] of week.entries()) {
    const hours = hoursText(spans);
    const before = runs.at(-1);
    if (before !== undefined && before.hours === hours) before.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const open = runs.filter(({ hours }) => hours !== '');
  if (open.length === 0) return words.neverOpen;
  const dayName = (day: number) => words.weekdays[day] ?? '';
  return open
    .map(({ first, last, hours }) =>
      first === last ? `${dayName(first)} ${hours}` : `${dayName(first)} – ${dayName(last)} ${hours}`,
    )
    .join(' · ');
}
