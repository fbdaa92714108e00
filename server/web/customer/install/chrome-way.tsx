import { Download, Store } from 'lucide';
import { extensionPaths } from '../../../../shared/contract/extension-packages.ts';
import type { ExtensionPackages } from '../../../../shared/contract/extension-packages.ts';
import { LinkButton } from '../../../../shared/ui/button.tsx';
import { Link } from '../../../../shared/ui/link.tsx';
import { installTexts as words } from '../../texts/customer-install.ts';
import { CopyLines } from './copy-lines.tsx';
import { DrawnArchive, DrawnDeveloperMode, DrawnLoadUnpacked, DrawnPin, DrawnStore } from './drawings.tsx';
import { ForAdministrators, Remark } from './for-administrators.tsx';
import { InstallSteps } from './install-steps.tsx';
import type { InstallStep } from './install-steps.tsx';
import { chromePolicy, forcelistLine } from './policies.ts';

const steps = words.chromeSteps;

/** For Chrome and its relatives: from the organisation's own entry in the store, else unpacked by hand. */
export function ChromeWay({ packages }: { packages: ExtensionPackages }) {
  const { signedId, storeId, origin } = packages;
  const pin = { ...steps.pin, drawing: <DrawnPin /> };
  return (
    <>
      <InstallSteps label={words.steps} steps={[...(storeId === null ? byHand() : fromStore(storeId)), pin]} />
      <ForAdministrators>
        <Remark title={words.policy.title}>
          <p>{words.policy.text}</p>
          <CopyLines lines={forcelistLine(signedId, origin)} label={words.policy.title} />
          <p>{words.policy.where}</p>
          <p>{words.policy.file}</p>
          <CopyLines lines={chromePolicy(signedId, origin)} label={words.policy.file} />
          <p>
            <Link href={extensionPaths.signedFile}>{words.policy.signed}</Link>
          </p>
        </Remark>
        <Remark title={words.store.title}>
          <p>{words.store.text}</p>
          <p>
            <Link href={extensionPaths.storeArchive}>{words.save}</Link>
          </p>
        </Remark>
      </ForAdministrators>
    </>
  );
}

function byHand(): InstallStep[] {
  const { archive, folder } = words.drawn;
  const save = (
    <LinkButton kind="primary" icon={Download} href={extensionPaths.storeArchive}>
      {words.save}
    </LinkButton>
  );
  return [
    { ...steps.archive, drawing: <DrawnArchive file={archive} folder={folder} />, action: save },
    { ...steps.developer, drawing: <DrawnDeveloperMode /> },
    { ...steps.unpacked, drawing: <DrawnLoadUnpacked /> },
  ];
}

function fromStore(id: string): InstallStep[] {
  const open = (
    <LinkButton kind="primary" icon={Store} href={`https://chromewebstore.google.com/detail/${id}`} target="_blank">
      {words.openStore}
    </LinkButton>
  );
  return [{ ...steps.store, drawing: <DrawnStore />, action: open }];
}
