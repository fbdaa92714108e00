import { Archive, Copy, GitCompareArrows, RefreshCw } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { KeptReading } from '../../../shared/contract/kept-system.ts';
import { systemInformationContract } from '../../../shared/contract/system-information.ts';
import type { SystemReading } from '../../../shared/contract/system-information.ts';
import { SystemCategory } from '../../../shared/contract/tool-use.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { clockTime } from '../../../shared/ui/format-time.ts';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { SystemReadingView } from '../../../shared/ui/system-reading.tsx';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { useView } from '../../view/view-context.ts';
import type { ToolPaneProps } from '../tool-panes.ts';
import { newClientId } from '../../view/new-client-id.ts';
import { useToolClient } from '../use-tool-client.ts';
import { Comparison } from './comparison.tsx';
import { readingAsText } from './reading-as-text.ts';
import './system-pane.css';

const words = toolTexts.system;

type Read = { readonly reading?: SystemReading; readonly failure?: string; readonly isReading: boolean };

/** What the customer's computer is and runs: categories at the side, one of them read. */
export function SystemPane({ head, channel }: ToolPaneProps) {
  const { orders } = useView();
  const [last, setLast] = useState<KeptReading | null>();
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

  const keep = async (reading: SystemReading) => {
    const given = { session: head.id, clientId: newClientId(), reading };
    if ((await orders.give('system.keep', given)) !== undefined) orders.tell(words.kept);
  };
  const compare = async () => {
    if (last !== undefined) return setLast(undefined);
    setLast((await orders.give('system.last', { session: head.id, category }))?.last);
  };
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
            onClick={() => {
              setCategory(one);
              setLast(undefined);
            }}
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
            <>
              <Button
                icon={Archive}
                title={words.keepWhy}
                onClick={() => known.reading !== undefined && void keep(known.reading)}
              >
                {words.keep}
              </Button>
              <Button icon={GitCompareArrows} aria-pressed={last !== undefined} onClick={() => void compare()}>
                {words.compare}
              </Button>
            </>
          )}
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
        {known?.reading === undefined && known?.failure === undefined && <Skeleton label={words.reading} />}
        {known?.reading !== undefined && last === undefined && (
          <SystemReadingView reading={known.reading} words={words} />
        )}
        {known?.reading !== undefined && last !== undefined && <Comparison last={last} now={known.reading} />}
      </section>
    </div>
  );
}
