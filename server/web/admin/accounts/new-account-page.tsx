import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/admin-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { freshPassword } from './fresh-password-signal.ts';
import { NewAccountForm } from './new-account-form.tsx';

/** A new account. While there are only administrators, it says that a rep comes next. */
export function NewAccountPage() {
  const { model, router } = usePanel();
  const { loaded, reload } = useLoaded(async () => {
    const any = { search: '', filters: {}, sort: 'name', direction: 'ascending', cursor: null, size: 1 } as const;
    const [{ total }, { channels }, { groups }] = await Promise.all([
      model.server.call('accounts.page', any),
      model.server.call('channels.list', {}),
      model.server.call('groups.list', {}),
    ]);
    return { channels, groups, isFirst: total.count === 1 };
  }, 'new-account');
  return (
    <PanelPage
      section={paths.accounts}
      title={texts.accounts.add}
      parent={{ label: texts.accounts.title, href: paths.accounts }}
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <>
          {loaded.value.isFirst && (
            <div class="admin-part">
              <Notice kind="ok">{texts.setUp.done}</Notice>
            </div>
          )}
          <NewAccountForm
            channels={loaded.value.channels}
            groups={loaded.value.groups}
            onCreated={(account, password) => {
              freshPassword.value = { account: account.id, password };
              router.go(paths.account(account.id));
            }}
          />
        </>
      )}
    </PanelPage>
  );
}
