import { Copy, RefreshCw } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { systemInformationContract } from '../../../shared/contract/system-information.ts';
import type { SystemReading, SystemTable } from '../../../shared/contract/system-information.ts';
import { SystemCategory } from '../../../shared/contract/tool-use.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { clockTime } from '../../../shared/ui/format-time.ts';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { useView } from '../../view/view-context.ts';
import type { ToolPaneProps } from '../tool-panes.ts';
import { useToolClient } from '../use-tool-client.ts';
import { readingAsText } from './reading-as-text.ts';
import './system-pane.css';

const words = toolTexts.system;

type Read = { readonly reading?: SystemReading; readonly failure?: string; readonly isReading: boolean };

/** What the customer's computer is and runs: categories at the side, one of them read. */
export function SystemPane({ channel }: ToolPaneProps) {
  const { orders } = useView();
  const [category, setCategory] = useState<SystemCategory>('system');
  const [read, setRead] = useState<Partial<Record<SystemCategory, Read>>>({});
  const client = useToolClient(channel, systemInformationContract, { onEvent: () => undefined });
  const known = read[category];

  const readAnew = async (of: SystemCategory) => {
    if (client === undefined) return;
    const put = (next: Read) => setRead((before) => ({ ...before, [of]: { ...before[of], ...next } }));
    put({ isReading: true });
    try {
      const reading = await client.call('system.read', { category: of });
      setRead((before) => ({ ...before, [of]: { reading, isReading: false } }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      put({ failure: error.message, isReading: false });
    }
  };
  useEffect(() => {
    if (client !== undefined && known?.reading === undefined) void readAnew(category);
  }, [client, category]);

  const copy = async (reading: SystemReading) => {
    await navigator.clipboard.writeText(readingAsText(reading, toolTexts.categories[reading.category]));
    orders.tell(words.copied);
  };
  return (
    <div class="ext-system">
      <nav class="ext-system-categories" aria-label={words.categories}>
        {SystemCategory.options.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === category ? 'true' : undefined}
            onClick={() => setCategory(one)}
          >
            {toolTexts.categories[one]}
          </button>
        ))}
      </nav>
      <section class="ext-system-reading" aria-label={toolTexts.categories[category]}>
        <header class="ext-system-head">
          <h2>{toolTexts.categories[category]}</h2>
          {known?.reading !== undefined && <span class="rh-faint">{words.readAt(clockTime(known.reading.at))}</span>}
          <Button
            icon={RefreshCw}
            busy={known?.isReading ?? false}
            disabledReason={client === undefined ? toolTexts.way.broken : undefined}
            onClick={() => void readAnew(category)}
          >
            {words.refresh}
          </Button>
          {known?.reading !== undefined && (
            <IconButton
              icon={Copy}
              label={words.copy}
              onClick={() => known.reading !== undefined && void copy(known.reading)}
            />
          )}
        </header>
        {known?.failure !== undefined && (
          <Notice kind="danger" alert>
            {known.failure}
          </Notice>
        )}
        {known?.reading === undefined ? (
          known?.failure === undefined && <Skeleton label={words.reading} />
        ) : (
          <Reading reading={known.reading} />
        )}
      </section>
    </div>
  );
}

function Reading({ reading: { facts, table, problem } }: { reading: SystemReading }) {
  return (
    <div class="ext-system-body" tabIndex={0} role="region" aria-label={words.details}>
      {problem !== '' && <Notice kind="info">{problem}</Notice>}
      {facts.length > 0 && (
        <dl class="ext-system-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {table !== null && <Table table={table} />}
    </div>
  );
}

function Table({ table: { columns, rows, leftOff } }: { table: SystemTable }) {
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const shown = wanted === '' ? rows : rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(wanted)));
  return (
    <>
      {rows.length > 12 && (
        <input
          class="ext-system-search"
          type="search"
          value={sought}
          aria-label={words.search}
          placeholder={words.search}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <table class="ext-system-table">
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" data-number={isNumber}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, place) => (
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={column} data-number={columns[column]?.isNumber}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {leftOff > 0 && <p class="rh-soft">{words.leftOff(leftOff)}</p>}
    </>
  );
}
