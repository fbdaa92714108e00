import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import type { Loaded } from './use-loaded.ts';

/** In the place of a page's content while it is on its way, or cannot be had; above it while it cannot be brought up to date. */
export function LoadState({ loaded, onRetry }: { loaded: Loaded<unknown>; onRetry: () => void }) {
  const again = <Button onClick={onRetry}>{texts.tryAgain}</Button>;
  switch (loaded.at) {
    case 'loading':
      return (
        <div class="admin-part">
          <Skeleton label={texts.loading} rows={5} />
        </div>
      );
    case 'failed':
      return (
        <div class="admin-part">
          <Notice kind="danger" alert action={again}>
            {errorWords(loaded.error)}
          </Notice>
        </div>
      );
    case 'ready':
      return loaded.missed === undefined ? null : (
        <div class="admin-part">
          <Notice kind="wait" title={texts.mayBeOld} action={again}>
            {errorWords(loaded.missed)}
          </Notice>
        </div>
      );
    default:
      return loaded satisfies never;
  }
}
