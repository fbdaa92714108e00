import { Square } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { actionTexts as words } from '../../texts/host-actions-en.ts';
import type { ShownRun } from './script-run.ts';

/** What a run writes, as it writes it, and how it came out. Follows the end unless the rep has scrolled up. */
export function RunOutput({ run: { script, output, end }, onStop }: { run: ShownRun; onStop: () => void }) {
  const box = useRef<HTMLPreElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (box.current !== null && follows.current) box.current.scrollTop = box.current.scrollHeight;
  }, [output]);
  return (
    <section class="ext-run" aria-label={words.output}>
      <header>
        <h3>
          <OutsideText text={script} />
        </h3>
        {end === undefined && (
          <Button icon={Square} onClick={onStop}>
            {words.stop}
          </Button>
        )}
      </header>
      <pre
        ref={box}
        class="ext-script-text ext-run-text"
        tabIndex={0}
        role="region"
        aria-label={words.output}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        {output === '' && end === undefined ? words.noOutput : output}
      </pre>
      <div role="status">
        {end === undefined && <p class="rh-soft">{words.running}</p>}
        {end === 'gone' && <Notice kind="danger">{words.gone}</Notice>}
        {end !== undefined && end !== 'gone' && (
          <Notice kind={end.outcome === 'done' ? 'ok' : end.outcome === 'stopped' ? 'info' : 'danger'}>
            {words.ended(end.outcome, end.exitCode, safeName(end.problem, 200))}
          </Notice>
        )}
      </div>
    </section>
  );
}
