import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { LinkButton } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';
import { PanelPage } from './panel-page.tsx';

/** For an address that names nothing, or nothing that this person may open. */
export function NowherePage() {
  return (
    <PanelPage section="" title={texts.nowhere.title}>
      <div class="admin-part">
        <EmptyState text={texts.nowhere.text} action={<LinkButton href="/admin">{texts.nowhere.home}</LinkButton>} />
      </div>
    </PanelPage>
  );
}
