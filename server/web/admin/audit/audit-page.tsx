import { useEffect, useState } from 'preact/hooks';
import type { AuditEntry, AuditFilters as Filters } from '../../../../shared/contract/audit-operations.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { texts } from '../../texts/admin-en.ts';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { AuditFilters } from './audit-filters.tsx';
import { auditFilters, auditQuery } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';
import { useChainCheck } from './chain-check.tsx';
import { ExportButtons } from './export-buttons.tsx';
import './audit.css';

const pageSize = 50;
/** A person types on; asking once they pause is soon enough. */
const typingPauseMs = 250;

/** Who did what, to whom, from what to what: found, exported, and checked for holes. */
export function AuditPage() {
  const { model } = usePanel();
  const query = useSettled(auditQuery.value);
  const ask = (after: Filters['after']) =>
    model.server.call('audit.list', { ...auditFilters(query, after), size: pageSize });
  const { loaded, reload, replace } = useLoaded(() => ask(null), JSON.stringify(query));
  const sending = useSending();
  const chain = useChainCheck();
  const older = async () => {
    if (loaded.at !== 'ready' || loaded.value.next === null) return;
    const more = await ask(loaded.value.next);
    replace({ entries: [...loaded.value.entries, ...more.entries], next: more.next });
  };
  const narrow = (part: 'actor' | 'action' | 'target', value: string) =>
    (auditQuery.value = { ...auditQuery.value, [part]: value });
  return (
    <PanelPage
      section={paths.audit}
      title={texts.audit.title}
      actions={
        <>
          {chain.button}
          <ExportButtons query={query} />
        </>
      }
    >
      {chain.outcome}
      <AuditFilters />
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && <Entries entries={loaded.value.entries} onNarrow={narrow} />}
      {loaded.at === 'ready' && loaded.value.next !== null && (
        <div class="admin-part">
          <Button busy={sending.isBusy} busyText={texts.audit.loadingOlder} onClick={() => void sending.run(older)}>
            {texts.audit.older}
          </Button>
        </div>
      )}
    </PanelPage>
  );
}

type EntriesProps = {
  entries: readonly AuditEntry[];
  onNarrow: (part: 'actor' | 'action' | 'target', value: string) => void;
};

function Entries({ entries, onNarrow }: EntriesProps) {
  if (entries.length > 0) return <AuditTable entries={entries} onNarrow={onNarrow} />;
  return (
    <div class="admin-part">
      <EmptyState text={texts.audit.none} />
    </div>
  );
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingPauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
