import { MonitorPlay } from 'lucide';
import { useState } from 'preact/hooks';
import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer.ts';
import { installedTexts as words } from '../../texts/customer-installed.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { useAction } from '../use-action.ts';
import { HostDownload } from './host-download.tsx';
import { startInstalledHost, useInstalledHost } from './use-installed-host.ts';
import './host-download.css';

type HostStartProps = {
  model: CustomerModel;
  session: SessionHead;
  ask: ConsentAsk;
  /** The log says that it was fetched since the yes. */
  wasFetched: boolean;
  isSayingNo: boolean;
  onNo: () => void;
};

/** After the yes: the host that is installed here is started, and where there is none it is downloaded. */
export function HostStart(props: HostStartProps) {
  const host = useInstalledHost();
  const [wantsDownload, setWantsDownload] = useState(false);
  if (wantsDownload || props.wasFetched || host === undefined || host === 'none') return <HostDownload {...props} />;
  if (host === 'outdated') return <HostDownload {...props} remark={words.outdated} />;
  return <InstalledStart {...props} host={host} onDownload={() => setWantsDownload(true)} />;
}

type InstalledStartProps = HostStartProps & { host: 'ready' | 'started' | 'failed'; onDownload: () => void };

function InstalledStart({ model, session, ask, isSayingNo, onNo, host, onDownload }: InstalledStartProps) {
  const starting = useAction();
  const start = () =>
    starting.run(async () => {
      const { ticket } = await model.server.call('host.ticket', { session: session.id });
      startInstalledHost(ticket);
    });
  return (
    <section class="fetch" aria-labelledby="fetch-title">
      <h2 id="fetch-title">{texts.fetch.title}</h2>
      <p>{words.why(firstName(session.owner.displayName), ask.scope === 'control')}</p>
      {host === 'started' && (
        <p class="rh-soft" role="status">
          {words.started}
        </p>
      )}
      {host === 'failed' && (
        <Notice kind="danger" alert>
          {words.failed}
        </Notice>
      )}
      {starting.failure !== undefined && (
        <Notice kind="danger" alert>
          {starting.failure}
        </Notice>
      )}
      <div class="fetch-answers">
        <Button busy={isSayingNo} onClick={onNo}>
          {texts.fetch.changedMind}
        </Button>
        <Button onClick={onDownload}>{words.downloadInstead}</Button>
        <Button
          kind={host === 'started' ? 'plain' : 'primary'}
          icon={MonitorPlay}
          busy={starting.isBusy}
          busyText={words.starting}
          onClick={start}
        >
          {words.start}
        </Button>
      </div>
    </section>
  );
}
