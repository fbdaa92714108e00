import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';
import { errorWords } from '../error-words.ts';
import { usePanel } from '../frame/panel-context.ts';
import { auditFilters } from './audit-query.ts';
import type { AuditQuery } from './audit-query.ts';

const types = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;
/** So that spreadsheets read the names in it as UTF-8. */
const byteOrderMark = '\uFEFF';

/** What the filters leave, as a file. */
export function ExportButtons({ query }: { query: AuditQuery }) {
  const { model } = usePanel();
  const [parts, setParts] = useState<number>();
  const save = async (format: keyof typeof types) => {
    const written: string[] = format === 'csv' ? [byteOrderMark] : [];
    try {
      for (let after = null as Parameters<typeof auditFilters>[1], isLast = false; !isLast;) {
        setParts(written.length);
        const part = await model.server.call('audit.export', { ...auditFilters(query, after), format });
        written.push(part.text);
        after = part.next;
        isLast = part.next === null;
      }
      offer(new Blob(written, { type: types[format] }), format);
    } catch (error) {
      model.say(errorWords(error));
    } finally {
      setParts(undefined);
    }
  };
  const button = (format: keyof typeof types) => (
    <Button
      icon={Download}
      busy={parts !== undefined}
      busyText={texts.audit.exporting(parts ?? 0)}
      onClick={() => void save(format)}
    >
      {texts.audit[format]}
    </Button>
  );
  return (
    <span class="admin-audit-exports">
      {button('csv')}
      {button('ndjson')}
    </span>
  );
}

function offer(file: Blob, ending: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `audit-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  URL.revokeObjectURL(address);
}
