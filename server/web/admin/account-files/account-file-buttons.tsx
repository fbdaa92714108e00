import { Download, Upload } from 'lucide';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { accountFileTexts as words } from '../../texts/admin-account-files-en.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';
import { saveFile } from '../../save-file.ts';

/** All accounts out as a file, and the way to bring them in from one. */
export function AccountFileButtons() {
  const { model, router } = usePanel();
  const sending = useSending();
  const save = async () => {
    const { fileName, text } = await model.server.call('accounts.export', {});
    saveFile(fileName, text);
  };
  useEffect(() => {
    if (sending.failure !== undefined) model.say(sending.failure);
  }, [sending.failure]);
  return (
    <>
      <Button
        icon={Download}
        size="main"
        busy={sending.isBusy}
        busyText={words.exporting}
        onClick={() => void sending.run(save)}
      >
        {words.export}
      </Button>
      <Button icon={Upload} size="main" onClick={() => router.go(paths.importAccounts)}>
        {words.import}
      </Button>
    </>
  );
}
