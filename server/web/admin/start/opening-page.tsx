import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import type { PanelState } from '../panel-model.ts';
import { StartFrame } from './start-frame.tsx';

type OpeningPageProps = {
  state: Extract<PanelState, { at: 'opening' | 'unreachable' | 'not-set-up' }>;
  onRetry: () => void;
};

/** Before it is known who is signed in, and when that cannot be found out. */
export function OpeningPage({ state, onRetry }: OpeningPageProps) {
  const title = state.at === 'not-set-up' ? texts.notSetUp.title : texts.panel;
  return (
    <StartFrame organisation="" title={title}>
      {state.at === 'opening' && <Skeleton label={texts.loading} rows={3} />}
      {state.at === 'unreachable' && (
        <Notice kind="danger" alert action={<Button onClick={onRetry}>{texts.tryAgain}</Button>}>
          {errorWords(state.error)}
        </Notice>
      )}
      {state.at === 'not-set-up' && <p class="admin-measure">{texts.notSetUp.text}</p>}
    </StartFrame>
  );
}
