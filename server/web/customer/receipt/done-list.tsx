import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';
import type { DoneLine, LineFault, WrittenLine } from './receipt-lines.ts';

/** What was done, one line after the other. */
export function DoneList({ lines }: { lines: readonly DoneLine[] }) {
  return (
    <ul class="receipt-lines">
      {lines.map(({ seq, at, icon, tone, who, rest, end, fault }) => (
        <li key={seq} class={`receipt-line receipt-line-${tone}${fault === undefined ? '' : ' receipt-line-fault'}`}>
          <span class="receipt-time rh-numbers">{at === undefined ? '' : clockTime(at)}</span>
          <Icon icon={icon} size={18} />
          <span class="receipt-words">
            {who !== '' && <b>{who} </b>}
            <bdi dir="auto">{rest}</bdi>
            <FaultTag fault={fault} />
          </span>
          {end !== '' && <span class="receipt-end rh-numbers">{end}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What was written. */
export function Transcript({ lines }: { lines: readonly WrittenLine[] }) {
  return (
    <ol class="receipt-transcript">
      {lines.map(({ seq, at, who, text, fault }) => (
        <li key={seq} class={fault === undefined ? 'receipt-message' : 'receipt-message receipt-line-fault'}>
          <span class="receipt-time rh-numbers">{clockTime(at)}</span>
          <b>
            <bdi dir="auto">{who}</bdi>
          </b>
          <span class="receipt-words">
            <OutsideText as="message" text={text} />
            <FaultTag fault={fault} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function FaultTag({ fault }: { fault: LineFault | undefined }) {
  if (fault === undefined) return null;
  return (
    <>
      {' '}
      <Tag kind="danger">{words.faults[fault]}</Tag>
    </>
  );
}
