import { accountFileLimits } from '../../../../shared/contract/account-file.ts';
import type { ImportPlan } from '../../../../shared/contract/account-file.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { accountFileTexts as words } from '../../texts/admin-account-files-en.ts';
import { ChooseFile } from '../form/choose-file.tsx';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { textOfFile } from './read-file-text.ts';

type ChooseFileRowProps = {
  hasPlan: boolean;
  /** `undefined` while another file is read, and when it could not be. */
  onPlan: (plan: ImportPlan | undefined) => void;
};

/** Takes a file and asks the server what it would do. */
export function ChooseFileRow({ hasPlan, onPlan }: ChooseFileRowProps) {
  const { model } = usePanel();
  const sending = useSending();
  const read = async (file: File) => {
    onPlan(undefined);
    if (file.size > accountFileLimits.bytes) throw new AppError('invalid', { text: words.tooLarge });
    const text = textOfFile(await bytesOf(file));
    if (text === undefined) throw new AppError('invalid', { text: words.notUtf8 });
    onPlan(await model.server.call('accounts.planImport', { text }));
  };
  return (
    <FormRow title={words.choose} hint={words.chooseHint}>
      <div>
        <ChooseFile
          text={hasPlan ? words.chooseOther : words.chooseFile}
          accept=".csv,text/csv,text/plain"
          onFile={(file) => void sending.run(() => read(file))}
          size="main"
          busy={sending.isBusy}
          busyText={words.reading}
        />
      </div>
      <Failure text={sending.failure} />
      {!hasPlan && (
        <div class="admin-fields rh-soft">
          <p>{words.firstNothing}</p>
          <p>{words.columns}</p>
          <p>{words.passwords}</p>
        </div>
      )}
    </FormRow>
  );
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    // Changed or removed since it was chosen.
    throw new AppError('invalid', { text: words.unreadable, cause });
  }
}
