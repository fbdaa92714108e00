import { hashSecret, newId, newToken } from '../../server/secrets/random.ts';
import type { BrowserId } from '../../server/edge/links.ts';
import type { RequestRecord } from '../../server/queue/request-model.ts';
import { RequestId } from '../../shared/contract/identifiers.ts';
import type { ChosenIncident } from '../../shared/contract/incident.ts';
import type { Office } from '../office.ts';
import { customers, stories } from './stories.ts';
import { channels as names } from './channels.ts';

const MINUTE_MS = 60_000;
/** Working days since the one on which the mail server was down. */
const BAD_DAY_AGO = 6;

/** Those who left the line: a few on every day, many on one of them. */
export async function givenUp(
  { channels, dice }: Office,
  days: readonly number[],
  incidents: ReadonlyMap<string, ChosenIncident>,
): Promise<RequestRecord[]> {
  const all = await channels.list();
  const requests: RequestRecord[] = [];
  for (const [place, day] of days.entries()) {
    const isBad = place === days.length - BAD_DAY_AGO;
    for (let left = isBad ? dice.between(12, 16) : dice.between(0, 3); left > 0; left -= 1) {
      const story = dice.oneOf(stories.filter(({ channel }) => (isBad ? channel === 'mail' : channel !== null)));
      const channel = all.find(({ name }) => story.channel !== null && name === names[story.channel].name);
      if (channel === undefined) continue;
      const createdAt = day + dice.between(isBad ? 20 : 5, isBad ? 170 : 480) * MINUTE_MS;
      const reason = isBad ? 'No mail comes in' : story.reason;
      requests.push({
        _id: newId(RequestId),
        browser: hashSecret(newToken()) as BrowserId,
        channel: channel.id,
        channelName: channel.name,
        name: dice.oneOf(customers),
        ...{ email: '', phone: '', reason, message: '', createdAt },
        incident: incidents.get(reason) ?? null,
        placeAtStart: dice.between(1, 4),
        priority: 'normal',
        tried: [],
        state: 'left',
        settledAt: createdAt + dice.between(60, isBad ? 900 : 420) * 1000,
      });
    }
  }
  return requests;
}
