import { Play, ScrollText, X } from 'lucide';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionId } from '../../../../../shared/contract/identifiers.ts';
import type { RecordingFacts } from '../../../../../shared/contract/shell-recording.ts';
import { createShellTranscript } from '../../../../../shared/contract/shell-transcript.ts';
import { Button } from '../../../../../shared/ui/button.tsx';
import { Notice } from '../../../../../shared/ui/notice.tsx';
import { OutsideText } from '../../../../../shared/ui/outside-text.tsx';
import { safeName, safeText } from '../../../../../shared/ui/safe-text.ts';
import { Skeleton } from '../../../../../shared/ui/skeleton.tsx';
import { saveFile } from '../../../save-file.ts';
import { recordingTexts as words } from '../../../texts/admin-recordings-en.ts';
import { errorWords } from '../../error-words.ts';
import { usePanel } from '../../frame/panel-context.ts';
import { useLoaded } from '../../frame/use-loaded.ts';
import { useTimes } from '../../frame/zone-times.ts';
import './recordings.css';

type PlayerProps = { name: string; cast: string };
type Shown =
  | { readonly as: 'loading' }
  | { readonly as: 'play'; readonly cast: string; readonly Player: ComponentType<PlayerProps> }
  | { readonly as: 'text'; readonly cast: string; readonly text: string };

/** The recorded command lines of a session, to be played or read. Nothing where there are none. */
export function RecordingsPart({ id }: { id: SessionId }) {
  const { model } = usePanel();
  const { loaded } = useLoaded(() => model.server.call('sessions.recordings', { id }), `recordings ${id}`);
  if (loaded.at !== 'ready' || loaded.value.recordings.length === 0) return null;
  return (
    <section aria-labelledby="recordings-title">
      <h2 id="recordings-title" class="session-page-title">
        {words.title}
      </h2>
      <p class="rh-soft">{words.lead}</p>
      <ul class="recordings">
        {loaded.value.recordings.map((recording) => (
          <RecordingRow key={recording.id} session={id} recording={recording} />
        ))}
      </ul>
    </section>
  );
}

function RecordingRow({ session, recording }: { session: SessionId; recording: RecordingFacts }) {
  const { model } = usePanel();
  const times = useTimes();
  const [shown, setShown] = useState<Shown>();
  const { id, startedAt, lastAt, end } = recording;
  const name = safeName(recording.name);

  const show = async (as: 'play' | 'text') => {
    setShown({ as: 'loading' });
    try {
      const cast = await castOf();
      if (as === 'text') return setShown({ as, cast, text: transcriptOf(cast) });
      // What reads terminals is large, and only who plays one needs it.
      const { RecordingPlayer } = await import('./recording-player.tsx');
      setShown({ as, cast, Player: RecordingPlayer });
    } catch (error) {
      setShown(undefined);
      model.say(errorWords(error));
    }
  };
  const castOf = async () => {
    let text = '';
    for (let from: number | null = 0; from !== null;) {
      const part: { text: string; next: number | null } = await model.server.call('sessions.recording', {
        ...{ id: session, recording: id, from },
      });
      text += part.text;
      from = part.next;
    }
    return text;
  };
  return (
    <li class="recording">
      <div class="recording-head">
        <b>
          <OutsideText text={recording.name} />
        </b>
        <span class="rh-soft rh-numbers">
          {times.seconds(startedAt)} – {times.seconds(lastAt)}
        </span>
        {shown === undefined ? (
          <>
            <Button icon={Play} aria-label={words.play(name)} onClick={() => void show('play')}>
              {words.playShort}
            </Button>
            <Button icon={ScrollText} aria-label={words.read(name)} onClick={() => void show('text')}>
              {words.readShort}
            </Button>
          </>
        ) : (
          <Button icon={X} onClick={() => setShown(undefined)}>
            {words.close}
          </Button>
        )}
      </div>
      {end === 'cut' && <Notice kind="caution">{words.cut}</Notice>}
      {end === 'open' && <p class="rh-soft">{words.open}</p>}
      {shown?.as === 'loading' && <Skeleton label={words.loading} />}
      {shown?.as === 'play' && (
        <>
          <shown.Player name={name} cast={shown.cast} />
          <Button onClick={() => saveFile(`${fileName(recording)}.cast`, shown.cast, 'application/x-asciicast')}>
            {words.saveCast}
          </Button>
        </>
      )}
      {shown?.as === 'text' && (
        <>
          <pre class="recording-text" tabIndex={0} role="region" aria-label={words.transcript(name)}>
            {shown.text.trim() === '' ? words.empty : safeText(shown.text)}
          </pre>
          <Button onClick={() => saveFile(`${fileName(recording)}.txt`, shown.text, 'text/plain')}>
            {words.saveText}
          </Button>
        </>
      )}
    </li>
  );
}

function transcriptOf(cast: string): string {
  const transcript = createShellTranscript(words.fullScreen);
  transcript.take(cast);
  return transcript.read();
}

/** The name comes from a representative, the number does not. */
function fileName({ name, id }: RecordingFacts): string {
  return `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${id.slice(0, 6)}`;
}
