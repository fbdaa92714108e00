import { Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';

/** Puts a text on the clipboard and says so. Browsers allow it on TLS and localhost; elsewhere nothing is drawn. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  if (!isSecureContext) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Refused by the browser or its user: the text stands beside the button, to be copied by hand.
      () => setCopied(false),
    );
  return (
    <Button icon={isCopied ? Check : Copy} aria-label={label} onClick={() => void copy()}>
      <span role="status">{isCopied ? texts.password.copied : texts.password.copy}</span>
    </Button>
  );
}
