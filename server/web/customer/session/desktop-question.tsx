import { MonitorCheck } from 'lucide';
import { Button } from '../../../../shared/ui/button.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { texts } from '../../texts/customer.ts';

const words = texts.session;

type DesktopQuestionProps = { rep: string; isBusy: boolean; onNo: () => void };

/** The program on the desktop asks; here stands where to answer, and a No for who does not find it. */
export function DesktopQuestion({ rep, isBusy, onNo }: DesktopQuestionProps) {
  return (
    <section class="desktop-question" aria-label={words.answerOnDesktop(rep)}>
      <Icon icon={MonitorCheck} />
      <p role="status">{words.answerOnDesktop(rep)}</p>
      <Button busy={isBusy} onClick={onNo}>
        {words.sayNo}
      </Button>
    </section>
  );
}
