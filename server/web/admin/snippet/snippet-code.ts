/** What an administrator chose for the button. */
export interface SnippetDraft {
  readonly label: string;
  readonly isInCorner: boolean;
  readonly channels: readonly string[];
}

/** The line of HTML that brings the button. Whatever stands in the label is text there, too. */
export function snippetCode(origin: string, { label, isInCorner, channels }: SnippetDraft): string {
  const attributes = [
    `src="${origin}/help.js"`,
    ...(channels.length > 0 ? [`data-channels="${channels.join(',')}"`] : []),
    ...(label.trim() === '' ? [] : [`data-label="${escaped(label.trim())}"`]),
    ...(isInCorner ? ['data-place="corner"'] : []),
  ];
  return `<script async ${attributes.join(' ')}></script>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
