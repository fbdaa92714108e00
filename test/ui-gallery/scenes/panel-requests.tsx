import { ChevronsUp, Ellipsis, Image, Search } from 'lucide';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { OfferCard } from '../../../shared/ui/offer-card.tsx';
import { PanelShell } from '../../../shared/ui/panel-shell.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { Tag } from '../../../shared/ui/tag.tsx';
import { NOW_MS, stillClock } from '../clock.ts';
import { Rooms, Strip } from './panel-strip.tsx';

const nothing = () => {};

export function PanelRequestsScene() {
  return (
    <PanelShell title="Requests" strip={<Strip current="home" />} head={<Rooms current="requests" />}>
      <div style={{ padding: '12px' }}>
        <OfferCard
          clock={stillClock}
          name="Ruben Achterberg"
          line="Software · waiting 2:48"
          reason="E-mail does not open."
          message="It says the profile cannot be loaded. I need the tickets for the 11:05 train, they are in the mailbox."
          rows={[
            { label: 'Phone', value: <a href="tel:+15550137">+1 555 0137</a> },
            { label: 'E-mail', value: 'r.achterberg@ostervale.example' },
            { label: 'Computer', value: 'HALL-PC-22 · user rachterberg' },
            { label: 'Ready check', value: 'Direct, 38 Mbit/s · 2 screens' },
            { label: 'Before', value: '3 sessions, last on 2 June with Tomasz' },
          ]}
          untilMs={NOW_MS + 16_000}
          totalMs={20_000}
          words={{ accept: 'Accept', pass: 'Pass', accepting: 'Accepting…' }}
          acceptKey="Alt A"
          passKey="Alt P"
          onAccept={nothing}
          onPass={nothing}
          more={
            <Button size="main" aria-label="More">
              …
            </Button>
          }
        />
      </div>
      <Section
        title="Waiting 4"
        flush
        aside={
          <span>
            <Menu label="Channels" items={[{ key: 'all', label: 'All my channels', checked: true }]} onSelect={nothing}>
              All my channels
            </Menu>
            <IconButton icon={Search} label="Search" keyHint="/" />
          </span>
        }
      >
        <List label="Waiting customers">
          <ListRow
            start="1"
            current
            title={
              <>
                Ilse Van Overbeke{' '}
                <Tag kind="wait" icon={ChevronsUp}>
                  High
                </Tag>
              </>
            }
            detail="Council meeting starts, the projector stays black"
            meta={
              <>
                <span>Hardware</span>
                <span>no rep free</span>
                <span>
                  <Icon icon={Image} size={12} /> picture
                </span>
              </>
            }
            end="4:12"
            endKind="late"
            action={<Button>Accept</Button>}
          />
          <ListRow start="2" title="Ruben Achterberg" detail="E-mail does not open" meta="Offered to you" end="2:48" />
          <ListRow
            start="3"
            title="Pilar Montferrat"
            detail="Cannot sign the building permit, card reader blinks"
            meta="Software · Offered to Tomasz"
            end="1:30"
            action={<Button>Accept</Button>}
          />
          <ListRow start="✓" title="Noor Haddad-Lind" detail="Taken by Ana Petrescu" end="5:01" gone />
        </List>
      </Section>
      <div style={{ padding: '12px' }}>
        <OfferCard
          compact
          clock={stillClock}
          name="Ruben Achterberg"
          line="Software"
          reason="E-mail does not open"
          untilMs={NOW_MS + 9_000}
          totalMs={20_000}
          words={{ accept: 'Accept', pass: 'Pass' }}
          onAccept={nothing}
          more={<IconButton icon={Ellipsis} label="More" />}
        />
      </div>
    </PanelShell>
  );
}
