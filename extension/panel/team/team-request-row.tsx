import { ChevronsUp, EllipsisVertical } from 'lucide';
import { Priority as Priorities } from '../../../shared/contract/queue-settings.ts';
import type { WaitingRequest } from '../../../shared/contract/support-request.ts';
import type { Team } from '../../../shared/contract/team.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { duration, secondsUntil } from '../../../shared/ui/format-time.ts';
import { ListRow } from '../../../shared/ui/list-row.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { StatusShape } from '../../../shared/ui/status.tsx';
import { Tag } from '../../../shared/ui/tag.tsx';
import { requestTexts } from '../../texts/requests-en.ts';
import { teamTexts } from '../../texts/team-en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import { assigneesOf, lastAssignment } from './assignees.ts';
import type { Assignee } from './assignees.ts';

const words = teamTexts;
/** Who has waited longer stands out. */
const LONG_WAIT_MS = 5 * 60_000;

type RowProps = { request: WaitingRequest; team: Team; now: number };

/** Somebody in line, before whom they are put, and what a lead can do about it. */
export function TeamRequestRow({ request, team, now }: RowProps) {
  const { priority } = request;
  const isRaised = priority !== 'low';
  const waited = now - request.createdAt;
  return (
    <ListRow
      start={request.position}
      title={
        <>
          <OutsideText text={request.name} />
          {priority !== 'normal' && (
            <Tag kind={isRaised ? 'wait' : 'quiet'} {...(isRaised ? { icon: ChevronsUp } : {})}>
              {requestTexts.priorities[priority]}
            </Tag>
          )}
        </>
      }
      detail={<OutsideText text={request.reason} />}
      meta={
        <span class="ext-team-request-foot">
          <Standing request={request} team={team} now={now} />
          <Actions request={request} team={team} />
        </span>
      }
      end={duration(waited)}
      endKind={waited > LONG_WAIT_MS ? 'late' : 'plain'}
    />
  );
}

/** Who is asked at the moment, or what came of the last assignment. */
function Standing({ request, team, now }: RowProps) {
  const { desk } = useView();
  const last = lastAssignment(request.id, team);
  const offered = request.offeredTo === null ? undefined : requestTexts.offeredTo(safeName(request.offeredTo));
  return (
    <span class="ext-team-standing">
      {request.lostBy !== null && <span>{requestTexts.lostBy(safeName(request.lostBy))}</span>}
      {last !== undefined && last.end === null ? (
        <b class="ext-team-assigned">
          {last.by === desk.desk.value?.account.id
            ? words.assignedTo(safeName(last.toName), secondsUntil(last.dueAt, now))
            : words.assignedToBy(safeName(last.toName), safeName(last.byName), secondsUntil(last.dueAt, now))}
        </b>
      ) : (
        <>
          {(last?.end?.how === 'passed' || last?.end?.how === 'missed' || last?.end?.how === 'withdrawn') && (
            <span>{words.tried[last.end.how](safeName(last.toName))}</span>
          )}
          {offered !== undefined && <span>{offered}</span>}
        </>
      )}
    </span>
  );
}

function Actions({ request, team }: { request: WaitingRequest; team: Team }) {
  const { desk } = useView();
  const panel = usePanel();
  const name = safeName(request.name);
  const me = desk.desk.value?.account.id;
  const assignees = me === undefined ? [] : assigneesOf(request, team, me);
  return (
    <span class="ext-team-actions">
      <Button
        aria-label={words.takeName(name)}
        kind="quiet"
        busy={panel.claiming.value === request.id}
        onClick={() => void panel.lead.take(request.id)}
      >
        {words.take}
      </Button>
      {assignees.length > 0 && (
        <Menu
          label={words.assignName(name)}
          items={assignees.map((assignee) => ({
            key: assignee.rep.id,
            label: safeName(assignee.rep.name),
            mark: <StatusShape kind={assignee.rep.presence} />,
            keyHint: standingWords(assignee),
            disabled: assignee.standing !== 'free',
          }))}
          onSelect={(rep) => void panel.lead.assign(request, rep)}
          isNamed
        >
          {words.assign}
        </Menu>
      )}
      <Menu
        label={requestTexts.priorityOf(name)}
        icon={EllipsisVertical}
        items={Priorities.options
          .toReversed()
          .map((key) => ({ key, label: requestTexts.priorities[key], checked: key === request.priority }))}
        onSelect={(priority) => void panel.lead.prioritise(request.id, priority)}
      />
    </span>
  );
}

function standingWords({ standing, rep: { helping }, capacity }: Assignee): string {
  switch (standing) {
    case 'free':
      return words.why.free(helping, capacity);
    case 'full':
      return words.why.full(helping, capacity);
    default:
      return words.why[standing];
  }
}
