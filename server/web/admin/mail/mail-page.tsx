import { useState } from 'preact/hooks';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { HelpDesks } from '../../../../shared/contract/invitation.ts';
import type { MailState } from '../../../../shared/contract/mail.ts';
import { mailTexts } from '../../texts/admin-mail-en.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { HelpDeskForm } from './help-desk-form.tsx';
import { MailServerForm } from './mail-server-form.tsx';
import { TestMailRow } from './test-mail-row.tsx';

/** Through which server mail goes, a test of it, and whom customers may send invitations to. */
export function MailPage() {
  const { model } = usePanel();
  const { loaded, reload } = useLoaded(async () => {
    const [{ mail }, { helpDesks }, { channels }] = await Promise.all([
      model.server.call('mail.get', {}),
      model.server.call('helpDesks.get', {}),
      model.server.call('channels.list', {}),
    ]);
    return { mail, helpDesks, channels };
  }, 'mail');
  return (
    <PanelPage section={paths.mail} title={mailTexts.pageTitle}>
      {loaded.at === 'ready' ? <Forms {...loaded.value} /> : <LoadState loaded={loaded} onRetry={reload} />}
    </PanelPage>
  );
}

type FormsProps = { mail: MailState; helpDesks: HelpDesks; channels: readonly Channel[] };

/** Each form is saved by itself, and saving one leaves what is typed into the other. */
function Forms({ channels, ...found }: FormsProps) {
  const [mail, setMail] = useState(found.mail);
  const [helpDesks, setHelpDesks] = useState(found.helpDesks);
  return (
    <>
      <MailServerForm mail={mail} onMail={setMail} />
      {mail.by !== 'nobody' && <TestMailRow />}
      <HelpDeskForm helpDesks={helpDesks} channels={channels} from={mail.from} onSaved={setHelpDesks} />
    </>
  );
}
