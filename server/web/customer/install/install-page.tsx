import { useState } from 'preact/hooks';
import type { ExtensionPackages } from '../../../../shared/contract/extension-packages.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { Tabs } from '../../../../shared/ui/tabs.tsx';
import { installTexts as words } from '../../texts/customer-install.ts';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { pageFrame } from '../page-frame.tsx';
import { PageLink } from '../page-link.tsx';
import { ChromeWay } from './chrome-way.tsx';
import { compareVersions } from './compare-versions.ts';
import { FirefoxWay } from './firefox-way.tsx';
import { useInstalledVersion } from './use-installed-version.ts';
import { usePackages } from './use-packages.ts';
import './install.css';

/** How whoever helps gets the extension from this server, and whether this browser has it already. */
export function InstallPage({ model }: { model: CustomerModel }) {
  const offered = usePackages();
  return (
    <PageShell
      {...pageFrame(model.organisation.value ?? texts.line)}
      title={words.title}
      lead={words.lead}
      headEnd={<PageLink href="/">{words.ask}</PageLink>}
    >
      <div class="install">
        {offered.at === 'opening' && <Skeleton label={words.opening} rows={6} />}
        {offered.at === 'failed' && (
          <Notice kind="danger" alert>
            {words.failed}
          </Notice>
        )}
        {offered.at === 'not-built' && <Notice kind="danger">{words.notBuilt}</Notice>}
        {offered.at === 'ready' && <Ways packages={offered.packages} />}
      </div>
    </PageShell>
  );
}

function Ways({ packages }: { packages: ExtensionPackages }) {
  const [browser, setBrowser] = useState<'chrome' | 'firefox'>(thisBrowser);
  return (
    <>
      <Installed version={packages.version} />
      <Tabs
        label={words.browsers}
        value={browser}
        onValue={setBrowser}
        tabs={[
          { key: 'chrome', label: words.chrome },
          { key: 'firefox', label: words.firefox },
        ]}
      >
        {browser === 'chrome' ? <ChromeWay packages={packages} /> : <FirefoxWay packages={packages} />}
      </Tabs>
    </>
  );
}

/** What this browser has, beside what the server has. */
function Installed({ version }: { version: string }) {
  const installed = useInstalledVersion();
  const { has } = words;
  if (installed === undefined) {
    return (
      <div role="status">
        <Notice
          kind="info"
          title={has.none}
          action={<Button onClick={() => location.reload()}>{has.lookAgain}</Button>}
        >
          {has.noneText}
        </Notice>
      </div>
    );
  }
  const order = compareVersions(installed, version);
  return (
    <div role="status">
      {order === 0 ? (
        <Notice kind="ok" title={has.same(version)}>
          {has.isNewest}
        </Notice>
      ) : (
        <Notice kind={order < 0 ? 'wait' : 'info'} title={has.other(installed, version)}>
          {order < 0 ? has.isOlder : has.isNewer}
        </Notice>
      )}
    </div>
  );
}

function thisBrowser(): 'chrome' | 'firefox' {
  return /\bFirefox\//.test(navigator.userAgent) ? 'firefox' : 'chrome';
}
