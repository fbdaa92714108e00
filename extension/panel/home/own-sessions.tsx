import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { Tag } from '../../../shared/ui/tag.tsx';
import type { SessionHead } from '../../../shared/contract/session.ts';
import { usePanel } from '../panel-context.ts';
import { waysInTexts } from '../../texts/ways-in-en.ts';
import { useView } from '../../view/view-context.ts';

const words = waysInTexts.list;
const standing = {
  'waiting-code': { word: words.waiting, kind: 'wait' },
  live: { word: words.live, kind: 'ok' },
  ended: { word: words.ended, kind: 'quiet' },
} as const;

/** Every session of the rep that is not put away, with how it stands; a press opens it. */
export function OwnSessions() {
  const { desk } = useView();
  const panel = usePanel();
  const sessions = desk.sessions.value;
  if (sessions.length === 0) return null;
  return (
    <Section title={words.title} flush>
      <List label={words.title}>
        {sessions.map(({ head }) => (
          <ListRow
            key={head.id}
            title={head.customer.name === '' ? words.nobodyYet : <OutsideText text={head.customer.name} />}
            detail={detailOf(head)}
            end={<Tag kind={standing[head.state].kind}>{standing[head.state].word}</Tag>}
            onOpen={() => panel.goToSession(head.id)}
          />
        ))}
      </List>
    </Section>
  );
}

function detailOf(head: SessionHead) {
  if ((head.door?.knock ?? null) !== null) return words.atTheDoor;
  return head.reason === '' ? undefined : <OutsideText text={head.reason} />;
}
