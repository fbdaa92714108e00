/** What reps and customers ask about their whiteboard. Each call looks first whether the session is the caller's. */
import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Author } from '../../shared/contract/session-log.ts';
import type { BoardEntry, BoardSide } from '../../shared/contract/whiteboard.ts';
import type { whiteboardOperations } from '../../shared/contract/whiteboard-operations.ts';
import type { CustomerContext, Links, RepContext } from '../edge/links.ts';
import type { Rights } from '../rights/right-service.ts';
import { authorOf, repAuthor } from '../sessions/authors.ts';
import { repsIn } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { BoardPictures } from './board-pictures.ts';
import {
  answeringForWhiteboard,
  askingForWhiteboard,
  closingWhiteboard,
  requireOpenWhiteboard,
} from './whiteboard-rules.ts';
import type { Whiteboards } from './whiteboard-service.ts';

export interface WhiteboardHandlerNeeds {
  readonly whiteboards: Whiteboards;
  readonly pictures: BoardPictures;
  readonly sessions: Pick<Sessions, 'memberOf' | 'ofBrowser' | 'append'>;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
  readonly rights: Pick<Rights, 'require'>;
}

type Handled = keyof typeof whiteboardOperations;

/** Somebody in a session. */
interface Caller {
  readonly record: SessionRecord;
  readonly side: BoardSide;
  readonly author: Author;
  readonly account?: AccountId;
}

/** For who is in a session by `find`; both sides may do the same. */
function handlersFor<Context>(
  { whiteboards, pictures, sessions, links }: WhiteboardHandlerNeeds,
  find: (context: Context, session: SessionId, how: 'to draw' | 'to read') => Promise<Caller>,
) {
  const append = async (
    { session, clientId }: { session: SessionId; clientId: BoardEntry['clientId'] },
    context: Context,
    rule: (side: BoardSide) => ReturnType<typeof askingForWhiteboard>,
  ) => {
    const { record, author, side } = await find(context, session, 'to draw');
    return { entry: await sessions.append(record, author, rule(side), { clientId }) };
  };
  const drawing = async (context: Context, session: SessionId) => {
    const caller = await find(context, session, 'to draw');
    requireOpenWhiteboard(caller.record.projection);
    return caller;
  };
  return {
    'whiteboard.ask': (params, context) => append(params, context, askingForWhiteboard),
    'whiteboard.answer': (params, context) =>
      append(params, context, (side) => answeringForWhiteboard(side, params.answer)),
    'whiteboard.close': (params, context) => append(params, context, closingWhiteboard),
    async 'whiteboard.read'({ session }, context) {
      await find(context, session, 'to read');
      const { seq, board } = await whiteboards.read(session);
      return { seq, board };
    },
    async 'whiteboard.act'({ session, acts }, context) {
      const { record, side } = await drawing(context, session);
      const { entries, refused } = await whiteboards.act(session, side, acts, (stored) => {
        const event = { type: 'whiteboard.grew' as const, session, entries: [...stored] };
        for (const rep of repsIn(record)) links.toAccount(rep, event);
        if (record.browser !== undefined) links.toBrowser(record.browser, event);
      });
      return { entries: [...entries], refused: [...refused] };
    },
    async 'whiteboard.draw'({ session, live }, context) {
      const { record, side, account } = await drawing(context, session);
      const event = { type: 'whiteboard.live', session, by: side, live } as const;
      for (const rep of repsIn(record)) if (rep !== account) links.toAccount(rep, event);
      if (side === 'rep' && record.browser !== undefined) links.toBrowser(record.browser, event);
      return {};
    },
    async 'whiteboard.keepPicture'({ session, picture, data }, context) {
      await drawing(context, session);
      await pictures.keep(session, picture, data);
      return {};
    },
    async 'whiteboard.picture'({ session, picture }, context) {
      await find(context, session, 'to read');
      return pictures.read(session, picture);
    },
  } satisfies Pick<Handlers<RepContract, Context>, Handled>;
}

/** The board is part of the chat: who may not write to customers may not draw for them. */
export function repWhiteboardHandlers(needs: WhiteboardHandlerNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  return handlersFor<RepContext>(needs, async ({ account }, session, how) => {
    const record = await needs.sessions.memberOf(account.id, session);
    if (how === 'to draw') await needs.rights.require(account, ['chat']);
    return { record, side: 'rep', author: repAuthor(account), account: account.id };
  });
}

export function customerWhiteboardHandlers(
  needs: WhiteboardHandlerNeeds,
): Pick<Handlers<CustomerContract, CustomerContext>, Handled> {
  return handlersFor<CustomerContext>(needs, async ({ browser }, session) => {
    const record = await needs.sessions.ofBrowser(browser, session);
    return { record, side: 'customer', author: authorOf(record, 'customer') };
  });
}
