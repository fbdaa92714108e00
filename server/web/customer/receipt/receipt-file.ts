/** A receipt as one file that opens everywhere: what the page shows, without scripts, and the chain for whoever checks it. */
import type { ReceiptItem } from '../../../../shared/contract/receipt.ts';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';

/** Plain on purpose: it is read on paper and in any program. */
const style = `
body { max-width: 760px; margin: 40px auto; padding: 0 20px; font: 15px/1.5 system-ui, sans-serif; }
ul, ol, dl { margin: 0; padding: 0; list-style: none; }
h2 { margin-top: 28px; font-size: 1.1em; }
dl { display: flex; flex-wrap: wrap; gap: 12px 40px; }
dd { margin: 0; font-weight: 600; }
li { display: flex; flex-wrap: wrap; gap: 4px 12px; padding: 6px 0; border-top: 1px solid #ddd; }
svg { flex: none; width: 18px; height: 18px; fill: none; stroke: currentColor; }
details { margin-top: 20px; }
summary { font-weight: 600; }
.receipt-words { flex: 1; min-width: 220px; white-space: pre-wrap; }
.receipt-print { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 24px; padding: 12px; border: 1px solid #999; }
.receipt-line-fault, .receipt-print-danger, .rh-notice-danger { font-weight: 700; color: #a00; }
pre { overflow-wrap: anywhere; white-space: pre-wrap; font-size: 12px; }
`;

/** `article` is the receipt as it is drawn; what makes sense on the page only is left out. */
export function receiptFile(
  article: HTMLElement,
  items: readonly ReceiptItem[],
  saved: { readonly at: number; readonly address: string },
): string {
  const page = document.implementation.createHTMLDocument(words.title);
  const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text: string) => {
    const made = page.createElement(tag);
    made.textContent = text;
    page.body.append(made);
    return made;
  };
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const look = page.createElement('style');
  look.textContent = style;
  page.head.prepend(charset);
  page.head.append(look);
  page.documentElement.lang = document.documentElement.lang;

  const shown = page.importNode(article, true);
  for (const part of shown.querySelectorAll('[data-only-here]')) part.remove();
  for (const details of shown.querySelectorAll('details')) details.open = true;
  page.body.append(shown);

  add('h2', words.file.checking);
  add('p', words.file.how);
  add('pre', items.map(({ seq, hash, text }) => `${seq}\t${hash ?? '-'}\t${text ?? '-'}`).join('\n')).className =
    'receipt-chain';
  add('p', words.file.saved(new Date(saved.at).toISOString()));
  add('p', saved.address);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
