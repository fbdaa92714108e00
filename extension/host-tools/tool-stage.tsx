import type { SessionHead } from '../../shared/contract/session.ts';
import type { ToolScope } from '../../shared/contract/consent.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { toolIcons } from '../../shared/ui/tool-icons.ts';
import { myPart } from '../members/my-part.ts';
import { askAgainIn } from '../session/ask-again.ts';
import type { ConsentDesk } from '../session/consent-desk.ts';
import { refusedAt } from '../session/screen-standing.ts';
import { toolTexts } from '../texts/host-tools-en.ts';
import { firstName } from '../view/first-name.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import type { RemoteScreenModel } from '../viewer/remote-screen-model.ts';
import { channelOf } from './tool-client.ts';
import { toolPanes } from './tool-panes.ts';
import './tool-stage.css';

type ToolStageProps = {
  tool: ToolScope;
  head: SessionHead;
  entries: readonly LogEntry[];
  consents: ConsentDesk;
  screen: RemoteScreenModel | undefined;
};

/** One tool in the window's stage: the way to its consent, then the tool itself. */
export function ToolStage(props: ToolStageProps) {
  const { tool, head, entries, screen } = props;
  const Pane = toolPanes[tool];
  const isGranted = head.consents.some(({ scope }) => scope === tool);
  if (!isGranted || Pane === undefined) return <WayToConsent {...props} />;
  return <Pane head={head} entries={entries} channel={channelOf(screen, tool)} />;
}

function WayToConsent({ tool, head, entries, consents }: ToolStageProps) {
  const { desk } = useView();
  const now = useNow(desk.clock);
  const { isOwner } = myPart(head, desk.desk.value?.account.id);
  const words = toolTexts.way;
  const name = firstName(head.customer.name);
  const isAsked = head.ask?.scope === tool;
  const hindrance = !isOwner
    ? words.ownerOnly
    : (consents.denied(tool) ??
      askAgainIn(refusedAt(entries, tool), now) ??
      (head.ask === null ? undefined : words.one));
  return (
    <section class="ext-tool-way" aria-label={toolTexts.name[tool]}>
      <Icon icon={toolIcons[tool]} size={32} />
      <h2>{toolTexts.name[tool]}</h2>
      <p>{words.what[tool](name)}</p>
      {isAsked ? (
        <>
          <p role="status">{head.facts === null ? words.askedOnPage(name) : words.askedOnDesktop(name)}</p>
          <Button onClick={() => void consents.unask(head.id)}>{words.unask}</Button>
        </>
      ) : (
        <Button kind="primary" disabledReason={hindrance} onClick={() => consents.begin(head.id, tool)}>
          {toolTexts.ask(tool, name)}
        </Button>
      )}
    </section>
  );
}
