import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { List } from '../../../shared/ui/list-row.tsx';
import { texts } from '../../texts/en.ts';
import { useView } from '../../view/view-context.ts';
import { QueueRow } from './queue-row.tsx';
import './requests-room.css';

/** Support Requests: whoever waits in the rep's channels, in the order in which they are to be served. */
export function RequestsRoom() {
  const { desk } = useView();
  const rows = desk.requests.value;
  const mine = desk.offered.value?.request.id;
  const words = texts.requests;
  if (rows.length === 0) {
    const isSilent = desk.settings.value.sound === 'off' || desk.desk.value?.presence === 'away';
    return <EmptyState text={isSilent ? words.nobodySilent : words.nobody} />;
  }
  return (
    <>
      <header class="ext-queue-head">
        <h2 class="ext-queue-title">
          {words.waiting} <span class="rh-faint rh-numbers">{desk.waiting.value.length}</span>
        </h2>
      </header>
      <List label={words.waiting}>
        {rows.map((row) => (
          <QueueRow key={row.request.id} row={row} isMine={row.request.id === mine && row.gone === null} />
        ))}
      </List>
    </>
  );
}
