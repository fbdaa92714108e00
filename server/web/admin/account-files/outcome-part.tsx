import { Download } from 'lucide';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { csvText } from '../../../statistics/csv-text.ts';
import { accountFileTexts } from '../../texts/admin-account-files-en.ts';
import { errorWords } from '../error-words.ts';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';
import { saveFile } from '../../save-file.ts';
import type { ImportOutcome } from './apply-import.ts';

const { outcome: words, passwordHeads } = accountFileTexts;

type OutcomePartProps = {
  outcome: ImportOutcome;
  isSaved: boolean;
  onSaved: () => void;
  onGoOn: () => void;
};

/** What was done, what was not and why, and the new passwords, this once. */
export function OutcomePart({ outcome: { made, changed, failed, left }, isSaved, onSaved, onGoOn }: OutcomePartProps) {
  const { router } = usePanel();
  const save = () => {
    saveFile(
      'passwords.csv',
      csvText([passwordHeads, ...made.map(({ userId, fullName, password }) => [userId, fullName, password])]),
    );
    onSaved();
  };
  return (
    <div class="admin-part admin-fields">
      <Notice kind="ok">{words.done(made.length, changed)}</Notice>
      {left.length > 0 && (
        <Notice kind="danger" alert action={<Button onClick={onGoOn}>{words.goOn}</Button>}>
          {words.broken(left.length)}
        </Notice>
      )}
      {failed.length > 0 && (
        <div>
          <p>{words.failed(failed.length)}</p>
          <ul>
            {failed.map(({ line, userId, why }) => (
              <li key={line}>{words.failedLine(line, safeName(userId), errorWords(why))}</li>
            ))}
          </ul>
        </div>
      )}
      {made.length > 0 && (
        <Notice
          kind={isSaved ? 'ok' : 'wait'}
          action={
            <Button icon={Download} kind={isSaved ? 'plain' : 'primary'} onClick={save}>
              {words.save}
            </Button>
          }
        >
          {isSaved ? words.saved : words.passwords(made.length)}
        </Notice>
      )}
      <div>
        <Button onClick={() => router.go(paths.accounts)}>{words.toList}</Button>
      </div>
    </div>
  );
}
