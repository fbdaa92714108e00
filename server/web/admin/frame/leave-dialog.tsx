import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { texts } from '../../texts/admin-en.ts';
import type { Router } from './router.ts';

/** Asks before unsaved changes are left behind. */
export function LeaveDialog({ router }: { router: Router }) {
  if (router.heldBack.value === undefined) return null;
  return (
    <Dialog
      title={texts.leave.title}
      harmless={texts.leave.stay}
      onHarmless={router.stay}
      act={texts.leave.go}
      onAct={router.leave}
      actKind="danger"
    >
      <p>{texts.leave.text}</p>
    </Dialog>
  );
}
