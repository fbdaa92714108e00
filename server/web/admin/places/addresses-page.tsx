import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { texts } from '../../texts/admin-en.ts';
import { CopyButton } from '../form/copy-button.tsx';
import { FormRow } from '../form/form-row.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';

/** Where things are: what to give to customers, and what to give to reps. */
export function AddressesPage() {
  const { origin } = usePanel().signedIn;
  const { places } = texts;
  return (
    <PanelPage section={paths.addresses} title={places.title}>
      {!isSecureContext && <Notice title={places.plainHttpTitle}>{places.plainHttp}</Notice>}
      <FormRow title={places.customers} hint={places.customersHint}>
        <Address label={places.request} hint={places.requestHint} address={`${origin}/`} />
        <Address label={places.connect} hint={places.connectHint} address={`${origin}/connect`} />
      </FormRow>
      <FormRow title={places.reps} hint={places.repsHint}>
        <Address label={places.server} hint={places.serverHint} address={origin} isBare />
      </FormRow>
      <FormRow title={places.extension} hint={places.extensionHint}>
        <Steps label={places.extension} steps={places.steps} />
      </FormRow>
      <FormRow title={places.panel} hint={places.panelHint}>
        <Address label={places.panel} address={`${origin}/admin`} />
      </FormRow>
    </PanelPage>
  );
}

type AddressProps = { label: string; hint?: string; address: string; isBare?: boolean };

function Address({ label, hint, address, isBare = false }: AddressProps) {
  return (
    <div class="admin-address">
      <div class="admin-address-words">
        <p class="admin-label">{label}</p>
        <p class="admin-address-text">
          {isBare ? (
            <code class="admin-fixed">{address}</code>
          ) : (
            <Link href={address} target="_blank">
              {address}
            </Link>
          )}
        </p>
        {hint !== undefined && <p class="rh-soft">{hint}</p>}
      </div>
      <CopyButton text={address} label={`${texts.places.copy}: ${label}`} />
    </div>
  );
}
