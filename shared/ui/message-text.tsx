import { Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { useComponentTexts } from './component-texts.ts';
import { IconButton } from './icon-button.tsx';
import { messageParts } from './message-parts.ts';
import { safeText } from './safe-text.ts';
import './message-text.css';

/** What somebody wrote in a chat: as text, with code set apart and addresses to press. Nothing is fetched or previewed. */
export function MessageText({ text }: { text: string }) {
  return (
    <bdi dir="auto" class="rh-message-text">
      {messageParts(safeText(text)).map((part, place) => {
        switch (part.is) {
          case 'words':
            return part.text;
          case 'code':
            return (
              <code key={place} class="rh-message-code" dir="ltr">
                {part.text}
              </code>
            );
          case 'block':
            return <CodeBlock key={place} code={part.text} />;
          case 'link':
            return (
              <a key={place} class="rh-message-link" href={part.href} target="_blank" rel="noopener noreferrer">
                <bdi>{part.text}</bdi>
              </a>
            );
          default:
            return part satisfies never;
        }
      })}
    </bdi>
  );
}

function CodeBlock({ code }: { code: string }) {
  const texts = useComponentTexts();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch {
      // The browser keeps the clipboard to itself while the page has no focus: the text can be selected.
      setCopied(false);
    }
  };
  return (
    <span class="rh-message-block">
      <code class="rh-message-block-code" dir="ltr">
        {code}
      </code>
      <IconButton
        icon={isCopied ? Check : Copy}
        label={isCopied ? texts.codeCopied : texts.copyCode}
        onClick={() => void copy()}
      />
    </span>
  );
}
