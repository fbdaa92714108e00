import { Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { installTexts as words } from '../../texts/customer-install.ts';

/** Lines to be copied as they are. */
export function CopyLines({ lines, label }: { lines: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  // Browsers have a clipboard only on https and on the own machine; elsewhere people select the lines.
  const canCopy = 'clipboard' in navigator;
  const copy = () =>
    void navigator.clipboard.writeText(lines).then(
      () => setCopied(true),
      // They stand there to be selected.
      () => setCopied(false),
    );
  return (
    <div class="install-lines">
      <pre tabIndex={0} role="region" aria-label={label}>
        {lines}
      </pre>
      {canCopy && (
        <Button icon={isCopied ? Check : Copy} onClick={copy}>
          {isCopied ? words.copied : words.copy}
        </Button>
      )}
    </div>
  );
}
