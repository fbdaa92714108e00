/** What views may ask of the link owner. Most of it is the server's to answer. */
import type { Client, Handlers, OperationName, ParamsOf, ResultOf } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { ViewSeat } from '../port/view-door.ts';
import type { ViewContract } from '../port/view-contract.ts';
import { withChange } from '../port/work-draft.ts';
import type { AccountDesk } from './account-desk.ts';
import type { CallDesk } from './call-desk.ts';
import type { FileMarks } from './file-marks.ts';
import type { Outbox } from './outbox.ts';
import type { OwnerState } from './owner-state.ts';
import type { SessionBook } from './session-book.ts';
import type { Sight } from './sight.ts';
import type { SoundDesk } from './sound/sound-desk.ts';

/** What views may reach. */
export interface ViewHandlersOptions {
  readonly state: OwnerState;
  readonly server: Client<RepContract>;
  readonly retryLink: () => void;
  readonly accounts: AccountDesk;
  readonly book: SessionBook;
  readonly outbox: Outbox;
  readonly fileMarks: FileMarks;
  /** Resolves when what was kept has been read. */
  readonly resumed: Promise<unknown>;
  readonly sight: Sight;
  readonly sounds: SoundDesk;
  readonly calls: CallDesk;
}

type Passed = OperationName<RepContract> & OperationName<ViewContract>;

/** One handler for each operation of the view contract. */
export function createViewHandlers(options: ViewHandlersOptions): Handlers<ViewContract, ViewSeat> {
  const { state, server, retryLink, accounts, book, outbox, fileMarks, resumed, sight, sounds, calls } = options;

  const passOn =
    <N extends Passed>(name: N) =>
    (params: ParamsOf<RepContract, N>): Promise<ResultOf<RepContract, N>> =>
      server.call(name, params);

  /* The session that came of it is known at once, and not only when its event arrives. */
  const passOnSession =
    <
      N extends
        | 'requests.claim'
        | 'team.take'
        | 'team.join'
        | 'team.takeOver'
        | 'reservations.callBack'
        | 'sessions.start'
        | 'codes.another'
        | 'codes.admit'
        | 'invitations.open'
        | 'invitations.take',
    >(
      name: N,
    ) =>
    async (params: ParamsOf<RepContract, N>) => {
      const result = await server.call(name, params);
      book.putHead(result.session);
      return result;
    };

  /* What it has put into the log is known before the view hears that it is done. */
  const passOnEntry =
    <N extends 'files.finish' | 'files.share'>(name: N) =>
    async (params: ParamsOf<RepContract, N>) => {
      const result = await server.call(name, params);
      book.putEntries(params.session, [result.entry]);
      return result;
    };

  return {
    'account.signIn': async (credentials) => ({ next: await accounts.signIn(credentials) }),
    'account.enrol': () => accounts.enrol(),
    'account.secondStep': async ({ code }) => ({ recoveryCodes: await accounts.secondStep(code) }),
    'account.goOn': async () => {
      await accounts.goOn();
      return {};
    },
    'account.signOut': async () => {
      await accounts.signOut();
      return {};
    },
    'link.retry': () => {
      retryLink();
      return {};
    },
    'chat.write': (message) => {
      outbox.write(message);
      return {};
    },
    'chat.discard': ({ clientId }) => {
      outbox.discard(clientId);
      return {};
    },
    'view.look': (look, seat) => {
      sight.look(seat, look);
      return {};
    },
    'asked.take': () => {
      const asked = state.asked.value;
      state.asked.value = null;
      return { asked };
    },
    'sessions.putAway': ({ session }) => {
      book.putAway(session, 'by-hand');
      return {};
    },
    'drafts.keep': async (change) => {
      // What was kept is read first, or a text that is emptied here would come back with it.
      await resumed;
      const open = state.sessions.value.find(({ head }) => head.id === change.session);
      state.drafts.value = withChange(state.drafts.value, change, open?.head.customer.name);
      return {};
    },
    'left.discard': ({ session }) => {
      state.left.value = state.left.value.filter((one) => one.session !== session);
      return {};
    },
    'files.onWay': async ({ files }, seat) => {
      await resumed;
      fileMarks.onWay(seat, files);
      return {};
    },
    'files.forget': ({ clientId }) => {
      fileMarks.forget(clientId);
      return {};
    },
    'settings.change': (settings) => {
      state.settings.value = settings;
      return {};
    },
    'sound.try': ({ level }) => {
      sounds.tryLevel(level);
      return {};
    },
    'sessions.end': async (params) => {
      const result = await server.call('sessions.end', params);
      if (result.summary === null) book.putAway(params.session, 'by-hand');
      return result;
    },
    'presence.set': async (params) => {
      const result = await server.call('presence.set', params);
      if (state.desk.value !== null)
        state.desk.value = { ...state.desk.value, presence: result.presence, awayBecause: null };
      return result;
    },
    'self.setPicture': async (params) => {
      const result = await server.call('self.setPicture', params);
      if (state.desk.value !== null) state.desk.value = { ...state.desk.value, account: result.account };
      return result;
    },
    'self.setDisplayName': async (params) => {
      const result = await server.call('self.setDisplayName', params);
      if (state.desk.value !== null) state.desk.value = { ...state.desk.value, account: result.account };
      return result;
    },
    'requests.claim': passOnSession('requests.claim'),
    'reservations.callBack': passOnSession('reservations.callBack'),
    'reservations.missed': passOn('reservations.missed'),
    'reservations.done': passOn('reservations.done'),
    'sessions.start': passOnSession('sessions.start'),
    'codes.another': passOnSession('codes.another'),
    'codes.admit': passOnSession('codes.admit'),
    'requests.setPriority': passOn('requests.setPriority'),
    'offers.pass': passOn('offers.pass'),
    'team.look': passOn('team.look'),
    'team.take': passOnSession('team.take'),
    'team.assign': passOn('team.assign'),
    'team.prioritise': passOn('team.prioritise'),
    'members.choices': passOn('members.choices'),
    'members.invite': passOn('members.invite'),
    'members.transfer': passOn('members.transfer'),
    'members.withdraw': passOn('members.withdraw'),
    'members.remove': passOn('members.remove'),
    'members.leave': passOn('members.leave'),
    'members.toLine': passOn('members.toLine'),
    'members.askHands': passOn('members.askHands'),
    'members.giveHands': passOn('members.giveHands'),
    'team.brief': passOn('team.brief'),
    'team.transfer': passOn('team.transfer'),
    'team.whisper': passOn('team.whisper'),
    'team.join': passOnSession('team.join'),
    'team.takeOver': passOnSession('team.takeOver'),
    'members.answer': async (params) => {
      const result = await server.call('members.answer', params);
      if (result.session !== null) book.putHead(result.session);
      return result;
    },
    'codes.sendGuide': passOn('codes.sendGuide'),
    'invitations.open': passOnSession('invitations.open'),
    'invitations.take': passOnSession('invitations.take'),
    'invitations.pass': passOn('invitations.pass'),
    'trusts.of': passOn('trusts.of'),
    'trusts.agree': passOn('trusts.agree'),
    'trusts.list': passOn('trusts.list'),
    'trusts.revoke': passOn('trusts.revoke'),
    'surveys.solved': passOn('surveys.solved'),
    'surveys.solve': passOn('surveys.solve'),
    'sessions.summary': passOn('sessions.summary'),
    'sessions.history': passOn('sessions.history'),
    'notes.list': passOn('notes.list'),
    'notes.write': passOn('notes.write'),
    'notes.change': passOn('notes.change'),
    'notes.remove': passOn('notes.remove'),
    'reports.get': passOn('reports.get'),
    'reports.save': passOn('reports.save'),
    'reports.due': passOn('reports.due'),
    'reports.leaveOut': passOn('reports.leaveOut'),
    'customers.past': passOn('customers.past'),
    'log.after': passOn('log.after'),
    'chat.typing': passOn('chat.typing'),
    'pages.suggest': passOn('pages.suggest'),
    'shortcuts.add': passOn('shortcuts.add'),
    'shortcuts.change': passOn('shortcuts.change'),
    'shortcuts.move': passOn('shortcuts.move'),
    'shortcuts.remove': passOn('shortcuts.remove'),
    'files.begin': passOn('files.begin'),
    'files.finish': passOnEntry('files.finish'),
    'files.cancel': passOn('files.cancel'),
    'files.open': passOn('files.open'),
    'files.preview': passOn('files.preview'),
    'files.share': passOnEntry('files.share'),
    'system.keep': passOn('system.keep'),
    'system.last': passOn('system.last'),
    'scripts.list': passOn('scripts.list'),
    'scripts.read': passOn('scripts.read'),
    'consent.ask': passOn('consent.ask'),
    'consent.unask': passOn('consent.unask'),
    'launch.ask': passOn('launch.ask'),
    'launch.unask': passOn('launch.unask'),
    'consent.lower': passOn('consent.lower'),
    'whiteboard.ask': passOn('whiteboard.ask'),
    'whiteboard.answer': passOn('whiteboard.answer'),
    'whiteboard.close': passOn('whiteboard.close'),
    'whiteboard.read': passOn('whiteboard.read'),
    'whiteboard.act': passOn('whiteboard.act'),
    'whiteboard.draw': passOn('whiteboard.draw'),
    'whiteboard.keepPicture': passOn('whiteboard.keepPicture'),
    'whiteboard.picture': passOn('whiteboard.picture'),
    'call.ask': passOn('call.ask'),
    'call.answer': passOn('call.answer'),
    'call.withdraw': passOn('call.withdraw'),
    'call.end': passOn('call.end'),
    'call.open': passOn('call.open'),
    'call.ready': passOn('call.ready'),
    'call.here': ({ call }) => {
      calls.here(call);
      return {};
    },
    'call.report': ({ call }, seat) => {
      calls.report(seat, call);
      return {};
    },
    'call.order': ({ session, muted }) => {
      calls.order(session, muted);
      return {};
    },
    'link.open': passOn('link.open'),
    'link.ready': passOn('link.ready'),
    'link.probe': passOn('link.probe'),
  };
}
