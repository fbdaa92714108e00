import { Download } from 'lucide';
import { extensionPaths } from '../../../../shared/contract/extension-packages.ts';
import type { ExtensionPackages } from '../../../../shared/contract/extension-packages.ts';
import { LinkButton } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { installTexts as words } from '../../texts/customer-install.ts';
import { CopyLines } from './copy-lines.tsx';
import { DrawnArchive, DrawnDebugging, DrawnIcon, DrawnQuestion, DrawnTemporary } from './drawings.tsx';
import { ForAdministrators, Remark } from './for-administrators.tsx';
import { InstallSteps } from './install-steps.tsx';
import type { InstallStep } from './install-steps.tsx';
import { firefoxPolicy } from './policies.ts';

const steps = words.firefoxSteps;

/** For Firefox: installed at a press if Mozilla has signed it, else for as long as Firefox runs. */
export function FirefoxWay({ packages }: { packages: ExtensionPackages }) {
  const { origin, firefox } = packages;
  const { id, isSigned } = firefox;
  const icon = { ...steps.icon, drawing: <DrawnIcon /> };
  return (
    <>
      {!isSigned && <Notice title={words.unsigned}>{words.unsignedText}</Notice>}
      <InstallSteps label={words.steps} steps={[...(isSigned ? atAPress() : untilClosed()), icon]} />
      <ForAdministrators>
        <Remark title={words.mozilla.title}>
          <p>{words.mozilla.text}</p>
        </Remark>
        <Remark title={words.managedFirefox.title}>
          <p>{words.managedFirefox.text}</p>
          <CopyLines lines={firefoxPolicy(id, origin)} label={words.managedFirefox.title} />
        </Remark>
      </ForAdministrators>
    </>
  );
}

function atAPress(): InstallStep[] {
  const install = (
    <LinkButton kind="primary" icon={Download} href={extensionPaths.firefoxFile}>
      {words.install}
    </LinkButton>
  );
  return [{ ...steps.add, drawing: <DrawnQuestion />, action: install }];
}

function untilClosed(): InstallStep[] {
  const save = (
    <LinkButton kind="primary" icon={Download} href={extensionPaths.firefoxFile}>
      {words.saveUnsigned}
    </LinkButton>
  );
  return [
    { ...steps.file, drawing: <DrawnArchive file="remotehelp-firefox.xpi" />, action: save },
    { ...steps.debugging, drawing: <DrawnDebugging /> },
    { ...steps.temporary, drawing: <DrawnTemporary /> },
  ];
}
