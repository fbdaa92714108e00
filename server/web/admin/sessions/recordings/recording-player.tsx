import { Pause, Play } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../../../../../shared/ui/button.tsx';
import { systemClock } from '../../../../../shared/ui/clock.ts';
import { duration } from '../../../../../shared/ui/format-time.ts';
import { safeName } from '../../../../../shared/ui/safe-text.ts';
import { Segments } from '../../../../../shared/ui/segments.tsx';
import { recordingTexts as words } from '../../../texts/admin-recordings-en.ts';
import { createCastPlayer } from './cast-player.ts';
import { readCast } from './read-cast.ts';
import { colourOf } from './screen-rows.ts';
import type { CellRun } from './screen-rows.ts';

type Speed = keyof typeof words.speeds;
const speeds: readonly Speed[] = ['1', '2', '4'];

/** Plays what a command line showed. */
export function RecordingPlayer({ name, cast }: { name: string; cast: string }) {
  const player = useMemo(() => createCastPlayer(readCast(cast), systemClock), [cast]);
  const [speed, setSpeed] = useState<Speed>('1');
  useEffect(() => {
    player.play();
    return player.dispose;
  }, [player]);
  const at = player.atMs.value;
  const isAtEnd = at >= player.lengthMs;
  return (
    <>
      <pre class="recording-screen" tabIndex={0} role="region" aria-label={words.screen(safeName(name))}>
        {player.rows.value.map((row, place) => (
          <span key={place} class="recording-row">
            {row.map((run, part) => (
              <Run key={part} run={run} />
            ))}
          </span>
        ))}
      </pre>
      <div class="recording-controls">
        <Button
          icon={player.isPlaying.value ? Pause : Play}
          onClick={() => (player.isPlaying.value ? player.pause() : player.play())}
        >
          {player.isPlaying.value ? words.pause : isAtEnd ? words.again : words.goOn}
        </Button>
        <input
          class="recording-place"
          type="range"
          min={0}
          max={Math.max(1, Math.round(player.lengthMs))}
          step={100}
          value={Math.round(at)}
          aria-label={words.place}
          aria-valuetext={words.of(duration(at), duration(player.lengthMs))}
          onInput={(event) => player.seek(Number(event.currentTarget.value))}
        />
        <span class="rh-numbers rh-soft">{words.of(duration(at), duration(player.lengthMs))}</span>
        <Segments<Speed>
          label={words.speed}
          segments={speeds.map((value) => ({ value, label: words.speeds[value] }))}
          value={speed}
          onValue={(value) => {
            setSpeed(value);
            player.setSpeed(Number(value));
          }}
        />
      </div>
    </>
  );
}

/** Set through the page's own objects, which its policy allows; a style in the text it would not. */
function Run({ run }: { run: CellRun }) {
  const { text, isBold, isUnderlined, isSwapped } = run;
  const [ink, ground] = isSwapped ? [run.ground, run.ink] : [run.ink, run.ground];
  return (
    <span
      style={{
        color: ink === undefined ? (isSwapped ? 'var(--surface)' : undefined) : colourOf(ink),
        backgroundColor: ground === undefined ? (isSwapped ? 'var(--text)' : undefined) : colourOf(ground),
        fontWeight: isBold ? 'var(--weight-strong)' : undefined,
        textDecoration: isUnderlined ? 'underline' : undefined,
      }}
    >
      {text}
    </span>
  );
}
