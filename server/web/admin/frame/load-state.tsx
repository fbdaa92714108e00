import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import type { Loaded } from './use-loaded.ts';

/** In the place of a page's content while it is on its way, or cannot be had. */
export function LoadState({ loaded, onRetry }: { loaded: Loaded<unknown>; onRetry: () => void }) {
  if (loaded.at === 'ready') return null;
  return (
    <div class="admin-part">
      {loaded.at === 'loading' ? (
        <Skeleton label={texts.loading} rows={5} />
      ) : (
        <Notice kind="danger" alert action={<Button onClick={onRetry}>{texts.tryAgain}</Button>}>
          {errorWords(loaded.error)}
        </Notice>
      )}
    </div>
  );
}
