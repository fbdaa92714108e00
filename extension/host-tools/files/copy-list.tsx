import { ArrowLeft, ArrowRight, X } from 'lucide';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { duration } from '../../../shared/ui/format-time.ts';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { Progress } from '../../../shared/ui/progress.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { fileToolTexts as words } from '../../texts/host-files-en.ts';
import { isOver, type CopyQueue, type CopyRow } from './copy-queue.ts';
import { paceOf } from './transfer-pace.ts';

/** The copies: what runs, with its speed and the time that is left; what waits; and how the others came out. */
export function CopyList({ queue, customer }: { queue: CopyQueue; customer: string }) {
  const rows = queue.rows.value;
  if (rows.length === 0) return null;
  const isBusy = rows.some((row) => !isOver(row));
  return (
    <section class="ext-files-copies" aria-label={words.queue.title}>
      <header class="ext-files-copies-head">
        <h3>{words.queue.title}</h3>
        {isBusy && <Button onClick={() => queue.cancelAll()}>{words.queue.cancelAll}</Button>}
        {rows.some(isOver) && <Button onClick={() => queue.clear()}>{words.queue.clear}</Button>}
      </header>
      <ul>
        {rows.map((row) => (
          <Copy key={row.id} row={row} customer={customer} onCancel={() => queue.cancel(row.id)} />
        ))}
      </ul>
    </section>
  );
}

function Copy({ row, customer, onCancel }: { row: CopyRow; customer: string; onCancel: () => void }) {
  const { way, name, state, totalBytes, bytes, problem, leftOut, leftOutCount } = row;
  const shown = safeName(name, 60);
  const isMoving = state === 'running' || state === 'interrupted';
  return (
    <li class="ext-files-copy" data-state={state}>
      <Icon
        icon={way === 'take' ? ArrowLeft : ArrowRight}
        size={16}
        label={way === 'take' ? words.queue.toHere : words.queue.toThere(customer)}
      />
      <span class="ext-files-copy-name">
        <OutsideText text={name} as="file" maxLength={48} />
        {isMoving && row.file !== '' && row.file !== name && (
          <span class="rh-faint">
            {' '}
            <OutsideText text={row.file} as="file" maxLength={36} />
          </span>
        )}
      </span>
      {isMoving && totalBytes !== undefined ? (
        <Progress label={shown} value={bytes} max={totalBytes} text={paceText(row, totalBytes)} />
      ) : (
        <span class="ext-files-copy-state">
          {words.queue.states[state]}
          {state === 'done' && totalBytes !== undefined && `, ${byteSize(totalBytes)}`}
          {problem !== '' && `: ${problem}`}
        </span>
      )}
      {!isOver(row) && <IconButton icon={X} label={words.queue.cancel(shown)} onClick={onCancel} />}
      {leftOutCount > 0 && (
        <details class="ext-files-left-out">
          <summary>{words.queue.leftOut(leftOutCount)}</summary>
          <ul>
            {leftOut.map((one, place) => (
              <li key={place}>
                <OutsideText text={one.name} as="file" />: {one.why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function paceText({ state, samples, bytes }: CopyRow, totalBytes: number): string {
  const { bytesPerSecond, leftMs } = paceOf(samples, totalBytes);
  const parts = [words.queue.ofTotal(bytes, totalBytes)];
  if (state === 'interrupted') parts.push(words.queue.states.interrupted);
  else if (bytesPerSecond > 0) parts.push(words.queue.speed(bytesPerSecond));
  if (state !== 'interrupted' && leftMs !== undefined) parts.push(words.queue.left(duration(leftMs + 999)));
  return parts.join(', ');
}
