import { Notice } from '../../../../shared/ui/notice.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { CopyButton } from '../form/copy-button.tsx';

/** A password that was just set, this once, to hand on. */
export function FreshPassword({ userId, password }: { userId: string; password: string }) {
  return (
    <Notice kind="ok" action={<CopyButton text={password} label={texts.password.copy} />}>
      {texts.password.once(safeName(userId))} <code class="admin-secret">{password}</code>
    </Notice>
  );
}
