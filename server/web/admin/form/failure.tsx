import { Notice } from '../../../../shared/ui/notice.tsx';

/** Why something did not work, in words; nothing while nothing has failed. */
export function Failure({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Notice kind="danger" alert>
      {text}
    </Notice>
  );
}
