import { Button } from '../../../shared/ui/button.tsx';
import { calendarDay } from '../../../shared/ui/format-time.ts';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { invitationTexts } from '../../texts/invitations-en.ts';
import { useFetched } from '../../view/use-fetched.tsx';
import { useView } from '../../view/view-context.ts';

const words = invitationTexts.trust;

/** The customers who may ask this rep without a code, each with its end. */
export function TrustedCustomers() {
  const { desk, orders } = useView();
  const trusts = useFetched(() => orders.ask('trusts.list', {}), [desk.trustNews.value]).value?.trusts;
  // Nothing is said before it is known.
  if (trusts === undefined) return null;
  return (
    <Section title={words.section} flush={trusts.length > 0}>
      {trusts.length === 0 ? (
        <p class="ext-facts-none">{words.none}</p>
      ) : (
        <List label={words.section}>
          {trusts.map(({ id, name, agreedAt, usedAt }) => (
            <ListRow
              key={id}
              title={<OutsideText text={name} />}
              detail={usedAt === null ? words.since(calendarDay(agreedAt)) : words.used(calendarDay(usedAt))}
              actionStays
              action={
                <Button
                  kind="danger"
                  aria-label={words.revokeName(safeName(name))}
                  onClick={() => void orders.give('trusts.revoke', { trust: id })}
                >
                  {words.revoke}
                </Button>
              }
            />
          ))}
        </List>
      )}
    </Section>
  );
}
