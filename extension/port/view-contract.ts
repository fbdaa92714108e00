/** Views (panel, viewer window) ↔ link owner: what a view may ask, and what it is told. */
import * as v from 'valibot';
import { UserId, TriedPassword } from '../../shared/contract/account.ts';
import { Nothing, contract, operation } from '../../shared/contract/contract.ts';
import { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import { Audience } from '../../shared/contract/session-log.ts';
import { repContract } from '../../shared/contract/rep-contract.ts';
import { ChatText } from '../../shared/contract/text.ts';
import { RecoveryCodes, SecondStepCode, TwoStepSecret } from '../../shared/contract/two-step.ts';
import { Asked } from './asked.ts';
import { WaitingFile, mostWaitingFiles } from './left-words.ts';
import { Settings, SoundLevel } from './settings.ts';
import { Look, OwnCall, ViewEvent } from './view-state.ts';
import { DraftChange } from './work-draft.ts';

const rep = repContract.operations;

/** What a view may ask, and what it is told. */
export const viewContract = contract(
  {
    /** Signs in at a server; the link opens by itself. The token never comes near a view. */
    'account.signIn': operation(
      v.strictObject({ server: v.pipe(v.string(), v.maxLength(300)), userId: UserId, password: TriedPassword }),
      v.strictObject({ next: v.nullable(v.picklist(['code', 'enrol'])) }),
    ),
    /** What the phone is given, when `account.signIn` has said `enrol`. */
    'account.enrol': operation(Nothing, TwoStepSecret),
    /** Recovery codes must be shown before `account.goOn` leads in; without them the rep is in. */
    'account.secondStep': operation(
      v.strictObject({ code: SecondStepCode }),
      v.strictObject({ recoveryCodes: v.nullable(RecoveryCodes) }),
    ),
    'account.goOn': operation(Nothing, Nothing),
    'account.signOut': operation(Nothing, Nothing),
    'link.retry': operation(Nothing, Nothing),
    /** Puts a message into the outbox: it shows at once, and is sent when the server answers, in order. */
    'chat.write': operation(
      v.strictObject({
        session: SessionId,
        clientId: ClientEntryId,
        text: ChatText,
        audience: v.exactOptional(Audience),
      }),
      Nothing,
    ),
    /** Takes a message that failed for good out of sight. */
    'chat.discard': operation(v.strictObject({ clientId: ClientEntryId }), Nothing),
    /** What this view shows now. */
    'view.look': operation(Look, Nothing),
    /** What was asked for on some page; `null` when another panel has it. */
    'asked.take': operation(Nothing, v.strictObject({ asked: v.nullable(Asked) })),
    /** Puts an ended session away. */
    'sessions.putAway': operation(v.strictObject({ session: SessionId }), Nothing),
    /** What is being written in a session, or about it: all views show it. */
    'drafts.keep': operation(DraftChange, Nothing),
    /** Puts away what was left of a session that is gone. */
    'left.discard': operation(v.strictObject({ session: SessionId }), Nothing),
    /** The files that this view has on their way now, in place of what it said before. */
    'files.onWay': operation(
      v.strictObject({ files: v.pipe(v.array(WaitingFile), v.maxLength(mostWaitingFiles)) }),
      Nothing,
    ),
    /** Takes a file out of sight whose bytes went with its page. */
    'files.forget': operation(v.strictObject({ clientId: ClientEntryId }), Nothing),
    'settings.change': operation(Settings, Nothing),
    'sound.try': operation(v.strictObject({ level: SoundLevel }), Nothing),
    'presence.set': rep['presence.set'],
    'requests.claim': rep['requests.claim'],
    'reservations.callBack': rep['reservations.callBack'],
    'reservations.missed': rep['reservations.missed'],
    'reservations.done': rep['reservations.done'],
    'requests.setPriority': rep['requests.setPriority'],
    'offers.pass': rep['offers.pass'],
    'team.look': rep['team.look'],
    'team.take': rep['team.take'],
    'team.assign': rep['team.assign'],
    'team.prioritise': rep['team.prioritise'],
    'members.choices': rep['members.choices'],
    'members.invite': rep['members.invite'],
    'members.transfer': rep['members.transfer'],
    'members.withdraw': rep['members.withdraw'],
    'members.answer': rep['members.answer'],
    'members.remove': rep['members.remove'],
    'members.leave': rep['members.leave'],
    'members.toLine': rep['members.toLine'],
    'members.askHands': rep['members.askHands'],
    'members.giveHands': rep['members.giveHands'],
    'team.join': rep['team.join'],
    'team.takeOver': rep['team.takeOver'],
    'team.brief': rep['team.brief'],
    'team.transfer': rep['team.transfer'],
    'team.whisper': rep['team.whisper'],
    'sessions.start': rep['sessions.start'],
    'codes.another': rep['codes.another'],
    'codes.sendGuide': rep['codes.sendGuide'],
    'invitations.open': rep['invitations.open'],
    'invitations.take': rep['invitations.take'],
    'invitations.pass': rep['invitations.pass'],
    'trusts.of': rep['trusts.of'],
    'trusts.agree': rep['trusts.agree'],
    'trusts.list': rep['trusts.list'],
    'trusts.revoke': rep['trusts.revoke'],
    'surveys.solved': rep['surveys.solved'],
    'surveys.solve': rep['surveys.solve'],
    'codes.admit': rep['codes.admit'],
    'sessions.end': rep['sessions.end'],
    'sessions.summary': rep['sessions.summary'],
    'sessions.history': rep['sessions.history'],
    'notes.list': rep['notes.list'],
    'notes.write': rep['notes.write'],
    'notes.change': rep['notes.change'],
    'notes.remove': rep['notes.remove'],
    'reports.get': rep['reports.get'],
    'reports.save': rep['reports.save'],
    'reports.due': rep['reports.due'],
    'reports.leaveOut': rep['reports.leaveOut'],
    'customers.past': rep['customers.past'],
    'log.after': rep['log.after'],
    'chat.typing': rep['chat.typing'],
    'pages.suggest': rep['pages.suggest'],
    'shortcuts.add': rep['shortcuts.add'],
    'shortcuts.change': rep['shortcuts.change'],
    'shortcuts.move': rep['shortcuts.move'],
    'shortcuts.remove': rep['shortcuts.remove'],
    'files.begin': rep['files.begin'],
    'files.finish': rep['files.finish'],
    'files.cancel': rep['files.cancel'],
    'files.open': rep['files.open'],
    'files.preview': rep['files.preview'],
    'files.share': rep['files.share'],
    'system.keep': rep['system.keep'],
    'system.last': rep['system.last'],
    'scripts.list': rep['scripts.list'],
    'scripts.read': rep['scripts.read'],
    'consent.ask': rep['consent.ask'],
    'consent.unask': rep['consent.unask'],
    'launch.ask': rep['launch.ask'],
    'launch.unask': rep['launch.unask'],
    'consent.lower': rep['consent.lower'],
    'whiteboard.ask': rep['whiteboard.ask'],
    'whiteboard.answer': rep['whiteboard.answer'],
    'whiteboard.close': rep['whiteboard.close'],
    'whiteboard.read': rep['whiteboard.read'],
    'whiteboard.act': rep['whiteboard.act'],
    'whiteboard.draw': rep['whiteboard.draw'],
    'whiteboard.keepPicture': rep['whiteboard.keepPicture'],
    'whiteboard.picture': rep['whiteboard.picture'],
    'call.ask': rep['call.ask'],
    'call.answer': rep['call.answer'],
    'call.withdraw': rep['call.withdraw'],
    'call.end': rep['call.end'],
    'call.open': rep['call.open'],
    'call.ready': rep['call.ready'],
    /** The call runs in this browser from now on, in the window of its session; `null`: it runs elsewhere. */
    'call.here': operation(
      v.strictObject({ call: v.nullable(v.pick(OwnCall, ['session', 'askedAt', 'camera'])) }),
      Nothing,
    ),
    /** This view is the window that is in the call. When it goes and does not come back, the call ends. */
    'call.report': operation(v.strictObject({ call: v.omit(OwnCall, ['isOpen']) }), Nothing),
    /** Wants the microphone of the call off or on, whichever view is in it. */
    'call.order': operation(v.strictObject({ session: SessionId, muted: v.boolean() }), Nothing),
    'link.open': rep['link.open'],
    'link.ready': rep['link.ready'],
    'link.probe': rep['link.probe'],
    'self.setPicture': rep['self.setPicture'],
    'self.setDisplayName': rep['self.setDisplayName'],
  },
  ViewEvent,
);
export type ViewContract = typeof viewContract;
