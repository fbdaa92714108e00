import { useState } from 'preact/hooks';
import type { Ticket } from '../../../../shared/contract/identifiers.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/customer.ts';

const words = texts.fetch;

/** The two lines for people who like terminals; the names are those that the server gives to this ticket's download. */
export function TerminalLines({ ticket }: { ticket: Ticket }) {
  const [isCopied, setCopied] = useState(false);
  const lines = `tar -xf remotehelp-${ticket}.tar.gz\n./RemoteHelp-${ticket}\n`;
  // Browsers have a clipboard only on https and on the own machine; elsewhere people select the lines.
  const canCopy = 'clipboard' in navigator;
  const copy = () =>
    void navigator.clipboard.writeText(lines).then(
      () => setCopied(true),
      // Refused by a setting of the browser: the lines stay there to be selected.
      () => setCopied(false),
    );
  return (
    <details class="terminal">
      <summary>{words.terminal}</summary>
      <div class="terminal-lines">
        <pre tabIndex={0}>{lines}</pre>
        {canCopy && <Button onClick={copy}>{isCopied ? words.copied : words.copy}</Button>}
      </div>
    </details>
  );
}
