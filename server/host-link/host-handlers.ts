import type { Handlers } from '../../shared/contract/contract.ts';
import type { HostContract } from '../../shared/contract/host-contract.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { Clock } from '../config/clock.ts';
import type { HostContext } from '../edge/links.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { authorOf } from '../sessions/authors.ts';
import { reporting } from '../sessions/entry-rules.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Signalling } from '../signalling/signalling-service.ts';
import type { ShellRecordings } from '../shell-recordings/recording-service.ts';
import type { Hosts } from './host-service.ts';

export interface HostHandlerNeeds {
  readonly hosts: Hosts;
  readonly sessions: Sessions;
  readonly log: SessionLog;
  readonly signalling: Pick<Signalling, 'open' | 'readyViewers'>;
  readonly recordings: Pick<ShellRecordings, 'take'>;
  readonly revocations: (record: SessionRecord) => Promise<number>;
  readonly organisation: { get(): Promise<Organisation> };
  readonly clock: Clock;
}

/** What a host asks and reports. Only its own session, and only after it has joined. */
export function hostHandlers(needs: HostHandlerNeeds): Handlers<HostContract, HostContext> {
  const { hosts, sessions, log, signalling, recordings, revocations, organisation, clock } = needs;
  return {
    async 'session.join'({ facts }, context) {
      const { record, token } = await hosts.join(context, facts);
      const head = await sessions.head(record, 'customer');
      return {
        serverTime: clock.now(),
        organisation: await organisation.get(),
        rep: head.owner,
        session: head,
        token,
        // Read after the link is in its room: what comes later is told as an event.
        revocations: await revocations(record),
        viewers: signalling.readyViewers(record._id),
      };
    },
    async 'session.decline'({ reason }, context) {
      await hosts.decline(context, reason);
      return {};
    },
    async 'session.report'({ session, clientId, report }, context) {
      const record = await hosts.sessionOf(context, session);
      return { entry: await sessions.append(record, authorOf(record, 'host'), reporting(report), { clientId }) };
    },
    async 'shell.record'({ session, ...part }, context) {
      await recordings.take(await hosts.sessionOf(context, session), part);
      return {};
    },
    async 'session.end'({ session, feelsWrong }, context) {
      const record = await hosts.sessionOf(context, session);
      await sessions.end(record, authorOf(record, 'host'), feelsWrong ? 'feels-wrong' : 'finished');
      return {};
    },
    async 'log.after'({ session, seq }, context) {
      await hosts.sessionOf(context, session);
      const { entries, more } = await log.after(session, seq, 'all');
      return { entries, more };
    },
    async 'link.open'({ session }, context) {
      await hosts.sessionOf(context, session);
      return signalling.open({ session, role: 'host' });
    },
  };
}
