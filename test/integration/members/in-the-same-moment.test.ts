/** Another rep goes on in the moment in which something else is done: what was begun before falls to nobody else. */
import assert from 'node:assert/strict';
import { memberAskModel } from '../../../server/members/ask-model.ts';
import { newId } from '../../../server/secrets/random.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { ClientEntryId } from '../../../shared/contract/identifiers.ts';
import type { AccountId, SessionId } from '../../../shared/contract/identifiers.ts';
import { openDesk } from './a-desk.ts';
import type { Desk } from './a-desk.ts';

describe('Another representative who goes on in this very moment', function () {
  this.timeout(30_000);
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk({ repNames: ['Ana', 'Bo'] });
  });
  afterEach(() => desk.stop());

  const reps = () => desk.world.features.repHandlers;
  const toSee = { scope: 'view', devices: 'both', minutes: null } as const;

  /** Ana asks to see the screen; between looking whether she may and asking she waits until she is let. */
  async function asksSlowly(session: SessionId) {
    const model = sessionModel(desk.world.connection);
    const { findOne } = model;
    const waits = aMoment();
    const isLet = aMoment();
    let looks = 0;
    Object.assign(model, {
      findOne(...args: Parameters<typeof findOne>) {
        const query = findOne.apply(model, args);
        looks += 1;
        if (looks === 1) return query;
        Object.assign(model, { findOne });
        return {
          async lean() {
            waits.comes();
            await isLet.come;
            return query.lean();
          },
        };
      },
    });
    const asking = Promise.resolve(
      reps()['consent.ask']({ session, clientId: newId(ClientEntryId), ask: toSee }, desk.as('Ana')),
    );
    await waits.come;
    return async () => {
      isLet.comes();
      await asking;
    };
  }

  it('does not have the answer to what the one before has asked just then', async () => {
    const { session } = await desk.aSession();
    const ask = await desk.askedOn(session);
    const letAsk = await asksSlowly(session);
    const asks = memberAskModel(desk.world.connection);
    const { find } = asks;
    // What stands of the session is looked at when it is Bo's already, and before the log says so.
    Object.assign(asks, {
      find(...args: Parameters<typeof find>) {
        Object.assign(asks, { find });
        const query = find.apply(asks, args);
        return {
          async lean() {
            await letAsk();
            return query.lean();
          },
        };
      },
    });
    await reps()['members.answer']({ ask, accept: true }, desk.as('Bo'));
    const told = (await desk.logOf(session)).map(({ kind }) => kind);
    assert.deepEqual(told.slice(-3), ['asked', 'unasked', 'handed-over']);
    assert.equal((await desk.stored(session)).projection.ask, null);
  });

  it('waits for nothing that changes in another session in which they are a guest', async () => {
    const bo = desk.as('Bo').account.id;
    const { session: other } = await desk.aSession();
    const { session } = await desk.aSession();
    await desk.invited(other);
    const ask = await desk.askedOn(session);
    await denyControl(bo);
    const model = sessionModel(desk.world.connection);
    // As a failure has left it: what they may not have any more was not taken back there.
    await model.updateOne({ _id: other }, { $set: { handsOf: bo } });
    const letChange = await changesSlowly(other);
    await reps()['members.answer']({ ask, accept: true }, desk.as('Bo'));
    assert.equal((await desk.stored(session)).owner, bo);
    await letChange();
    assert.equal((await desk.stored(other)).handsOf, desk.as('Ana').account.id);
  });

  async function denyControl(account: AccountId) {
    const setRights = desk.world.features.adminHandlers['rights.set'];
    const denied = {
      subject: { kind: 'account' as const, account },
      setting: { allow: [], deny: ['control' as const] },
    };
    await setRights(denied, {} as Parameters<typeof setRights>[1]);
  }

  /** Ana takes mouse and keyboard; the change waits in the store until it is let. */
  async function changesSlowly(session: SessionId) {
    const model = sessionModel(desk.world.connection);
    const { findOneAndUpdate } = model;
    const waits = aMoment();
    const isLet = aMoment();
    Object.assign(model, {
      findOneAndUpdate(...args: Parameters<typeof findOneAndUpdate>) {
        Object.assign(model, { findOneAndUpdate });
        const query = findOneAndUpdate.apply(model, args);
        return {
          async lean() {
            waits.comes();
            await isLet.come;
            return query.lean();
          },
        };
      },
    });
    const taking = Promise.resolve(
      reps()['members.giveHands']({ session, rep: desk.as('Ana').account.id }, desk.as('Ana')),
    );
    await waits.come;
    return async () => {
      isLet.comes();
      await taking;
    };
  }
});

/** Something that comes once, and that others wait for. */
function aMoment() {
  let comes: () => void = () => {};
  const come = new Promise<void>((resolve) => (comes = resolve));
  return { come, comes };
}
