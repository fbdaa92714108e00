import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { Section } from '../../shared/ui/section.tsx';
import { myPart } from '../members/my-part.ts';
import type { Room, SessionTabKey } from '../port/kept-panel.ts';
import type { ConsentDesk } from '../session/consent-desk.ts';
import type { Drafts } from '../session/drafts.ts';
import { toolTexts } from '../texts/tools-en.ts';
import { firstName } from '../view/first-name.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import { toolGroups } from './session-tool.ts';
import type { SessionTool, ToolPlace } from './session-tool.ts';
import { sessionTools } from './session-tools.ts';
import './tools-tab.css';

type ToolsTabProps = {
  head: SessionHead;
  entries: readonly LogEntry[];
  consents: ConsentDesk;
  drafts: Drafts;
  onTab: (tab: SessionTabKey) => void;
  onRoom: (room: Room) => void;
};

/** Everything that can be done in a session, in one place: what it is, how it stands with the customer, and its button. */
export function ToolsTab({ head, entries, consents, drafts, onTab, onRoom }: ToolsTabProps) {
  const { desk } = useView();
  const now = useNow(desk.clock);
  const me = desk.desk.value;
  const place: ToolPlace = {
    head,
    entries,
    now,
    part: myPart(head, me?.account.id),
    rights: me?.rights,
    name: firstName(head.customer.name),
    consents,
    drafts,
    showTab: onTab,
    showRoom: onRoom,
  };
  return (
    <div class="ext-tools">
      {toolGroups.map((group) => (
        <Section key={group} title={toolTexts.groups[group]} flush>
          <ul class="ext-tools-list">
            {sessionTools
              .filter((tool) => tool.group === group)
              .map((tool) => (
                <ToolRow key={tool.key} tool={tool} place={place} />
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function ToolRow({ tool, place }: { tool: SessionTool; place: ToolPlace }) {
  const { Buttons } = tool;
  const standing = tool.standing(place);
  return (
    <li class="ext-tool" data-is={standing.is}>
      <Icon icon={tool.icon} />
      <div class="ext-tool-words">
        <p class="ext-tool-title">
          <b>{tool.title}</b> {standing.word !== '' && <span class="ext-tool-standing">{standing.word}</span>}
        </p>
        <p class="ext-tool-detail">{standing.because ?? tool.does(place.name)}</p>
      </div>
      {/* Read as the tool's own: "Ask" alone stands on several. */}
      <div class="ext-tool-buttons" role="group" aria-label={tool.title}>
        <Buttons place={place} standing={standing} />
      </div>
    </li>
  );
}
