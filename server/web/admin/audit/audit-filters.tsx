import { Search, X } from 'lucide';
import { AuditOutcome } from '../../../../shared/contract/audit-operations.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { useTimes } from '../frame/zone-times.ts';
import { auditQuery } from './audit-query.ts';
import type { AuditQuery } from './audit-query.ts';

const narrowings = ['actor', 'action', 'target'] as const;

/** What is looked for: words, outcome and days; and what a press on a name or an act has narrowed it to. */
export function AuditFilters() {
  const query = auditQuery.value;
  const words = texts.audit;
  const { zone } = useTimes();
  const narrowed = narrowings.filter((part) => query[part] !== '');
  const change = (part: Partial<AuditQuery>) => (auditQuery.value = { ...auditQuery.value, ...part });
  return (
    <div class="admin-part admin-audit-filters">
      <TextInput
        label={words.search}
        placeholder={words.searchHint}
        type="search"
        icon={Search}
        value={query.search}
        onValue={(search) => change({ search })}
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
      />
      <Select
        label={words.outcome}
        value={query.outcome}
        onValue={(outcome) => change({ outcome })}
        choices={[
          { value: 'any', label: words.anyOutcome },
          ...AuditOutcome.options.map((value) => ({ value, label: words.outcomes[value] })),
        ]}
      />
      <TextInput label={words.from} type="date" value={query.fromDay} onValue={(fromDay) => change({ fromDay })} />
      <TextInput label={words.until} type="date" value={query.untilDay} onValue={(untilDay) => change({ untilDay })} />
      <p class="admin-list-zone">{texts.inZone(zone)}</p>
      {narrowed.length > 0 && (
        <div class="admin-audit-narrowed">
          {narrowed.map((part) => {
            const filter = words.only[part](part === 'action' ? words.action(query[part]) : safeName(query[part]));
            return (
              <Button key={part} icon={X} aria-label={words.drop(filter)} onClick={() => change({ [part]: '' })}>
                {filter}
              </Button>
            );
          })}
        </div>
      )}
    </div>
  );
}
