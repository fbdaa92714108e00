import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Progress } from '../../../../shared/ui/progress.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';
import type { UploadState } from './use-upload.ts';

/** How far an upload is, or why it came to nothing. */
export function UploadPart({ state, onStop }: { state: UploadState; onStop: () => void }) {
  if (state.at === 'none') return null;
  if (state.at === 'failed') {
    return (
      <div class="admin-part">
        <Notice kind="danger" alert>
          {state.words}
        </Notice>
      </div>
    );
  }
  const name = safeName(state.name);
  const percent = Math.round(state.share * 100);
  return (
    <div class="admin-part shared-upload">
      <div>
        <p>{words.uploading(name)}</p>
        <Progress label={words.uploading(name)} value={percent} max={100} text={words.percent(percent)} />
      </div>
      <Button onClick={onStop}>{words.stopUpload}</Button>
    </div>
  );
}
