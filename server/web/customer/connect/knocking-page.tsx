import type { SessionHead } from '../../../../shared/contract/session.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { useAction } from '../use-action.ts';

const words = texts.connect.knocking;

type KnockingPageProps = { model: CustomerModel; organisation: string; session: SessionHead };

/** The code was right, and the rep is asked whether this is the one they wait for. */
export function KnockingPage({ model, organisation, session }: KnockingPageProps) {
  const leaving = useAction();
  const leave = () =>
    leaving.run(async () => {
      await model.server.call('codes.withdraw', {});
      // Who stood in line stands there still.
      await model.refresh();
    });
  return (
    <PageShell
      organisation={{ ...pageFrame(organisation).organisation, href: undefined }}
      title={words.title(firstName(session.owner.displayName))}
      lead={words.lead(safeName(session.customer.name))}
    >
      <LinkNotice model={model} />
      <p role="status">{words.text}</p>
      {leaving.failure !== undefined && (
        <Notice kind="danger" alert>
          {leaving.failure}
        </Notice>
      )}
      <div class="form-end">
        <Button busy={leaving.isBusy} busyText={words.leaving} onClick={leave}>
          {words.leave}
        </Button>
      </div>
    </PageShell>
  );
}
