import { Check, Copy, Printer } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import './recovery-codes.css';

type RecoveryCodesProps = {
  codes: readonly string[];
  /** The list's name, and what its buttons say. Without `print` there is no such button. */
  words: { list: string; copy: string; copied: string; print?: string | undefined };
};

/** Codes that are shown once, to be copied or printed. On paper nothing of the page but them appears. */
export function RecoveryCodes({ codes, words }: RecoveryCodesProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      // Refused by the browser or its user: the codes stand here, to be written down.
      () => setCopied(false),
    );
  return (
    <div class="rh-recovery">
      <ol class="rh-recovery-list" aria-label={words.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="rh-recovery-buttons">
        {isSecureContext && (
          <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
            <span role="status">{isCopied ? words.copied : words.copy}</span>
          </Button>
        )}
        {words.print !== undefined && (
          <Button icon={Printer} onClick={() => print()}>
            {words.print}
          </Button>
        )}
      </div>
    </div>
  );
}
