import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstTab } from '../../../../../shared/contract/apply-to-board.ts';
import { boardLimits } from '../../../../../shared/contract/whiteboard.ts';
import { anItem, anItemId, session, twoAtATable } from './a-board.ts';

const { hideItems, placeItems } = await import('../../../../../shared/ui/whiteboard/board-changes.ts');
const { addTab, putText } = await import('../../../../../shared/ui/whiteboard/board-orders.ts');

const tab = firstTab(session);
type Person = Awaited<ReturnType<typeof twoAtATable>>['rep'];
const idsOn = ({ model }: Person) => model.shown.value.map(({ item }) => item.id);

describe('A whiteboard of two people', () => {
  it('shows at once what is done, and to the other what the server has ordered', async () => {
    const { table, rep, customer } = await twoAtATable();
    const item = anItem();
    rep.model.add(item);
    assert.deepEqual(idsOn(rep), [item.id]);
    await table.settle();
    assert.deepEqual(idsOn(customer), [item.id]);
    assert.equal(rep.model.unsent.value, 0);
  });

  it('is the same for both and the server, whatever both do, however answers and events are lost', async () => {
    const step = fc.record({
      who: fc.constantFrom('rep', 'customer'),
      what: fc.constantFrom('add', 'move', 'erase', 'undo', 'redo', 'tab', 'deaf', 'hearing'),
      which: fc.nat(20),
      fault: fc.constantFrom(undefined, undefined, 'lost before', 'lost after'),
      settle: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { table, ...people } = await twoAtATable();
        for (const { who, what, which, fault, settle } of steps) {
          const person = people[who];
          const things = person.model.shown.value.map(({ item }) => item);
          const thing = things[which % Math.max(1, things.length)];
          person.trouble.push(fault);
          if (what === 'add') person.model.add(anItem({ x: which }));
          else if (what === 'undo') person.model.undo();
          else if (what === 'redo') person.model.redo();
          else if (what === 'tab') addTab(person.model);
          else if (what === 'deaf' || what === 'hearing') person.setDeaf(what === 'deaf');
          else if (thing !== undefined && what === 'move')
            placeItems(person.model, [thing], [{ ...thing, x: which * 10, y: which }]);
          else if (thing !== undefined) hideItems(person.model, [thing.id]);
          if (settle) await table.settle();
        }
        for (const person of [people.rep, people.customer]) {
          person.setDeaf(false);
          person.trouble.length = 0;
          await person.model.refresh();
        }
        await table.settle();
        for (const person of [people.rep, people.customer]) {
          assert.equal(person.model.unsent.value, 0);
          assert.deepEqual(person.model.board.value, table.board());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('stores once what was sent again because its answer was lost', async () => {
    const { table, rep, customer } = await twoAtATable();
    // The link broke: neither the answer nor the event came.
    rep.setDeaf(true);
    rep.trouble.push('lost after');
    rep.model.add(anItem());
    await table.settle();
    assert.equal(rep.model.unsent.value, 0);
    assert.equal(idsOn(customer).length, 1);
    assert.equal(table.board().tabs[0]?.items.length, 1);
    assert.equal(table.stored(), 1);
  });

  it('does not undo what somebody else did since, by sending again what was stored before', async () => {
    const { table, rep, customer } = await twoAtATable();
    const item = anItem();
    rep.model.add(item);
    await table.settle();
    rep.setDeaf(true);
    rep.trouble.push('lost after');
    placeItems(rep.model, [item], [{ ...item, x: 500 }]);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    placeItems(customer.model, [item], [{ ...item, x: 900 }]);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    rep.setDeaf(false);
    await table.settle();
    for (const { model } of [rep, customer]) assert.equal(model.shown.value[0]?.item.x, 900);
  });

  it('reads the board anew when it hears of something that does not join on', async () => {
    const { table, rep, customer } = await twoAtATable();
    customer.setDeaf(true);
    rep.model.add(anItem());
    await table.settle();
    assert.equal(idsOn(customer).length, 0);
    customer.setDeaf(false);
    rep.model.add(anItem());
    await table.settle();
    assert.deepEqual(idsOn(customer), idsOn(rep));
  });

  it('keeps what is drawn without a connection, says so, and sends it when there is one', async () => {
    const { table, rep, customer } = await twoAtATable();
    rep.trouble.push(...Array.from({ length: 6 }, () => 'lost before' as const));
    const [one, other] = [anItem(), anItem()];
    rep.model.add(one);
    rep.model.add(other);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    assert.equal(rep.model.isAway.value, true);
    assert.deepEqual(idsOn(rep), [one.id, other.id]);
    await table.settle();
    assert.equal(rep.model.isAway.value, false);
    assert.deepEqual(idsOn(customer), [one.id, other.id]);
  });

  it('is not asked for again and again once the server refuses it, as that of a session that is over', async () => {
    const { table, rep } = await twoAtATable();
    const before = rep.asked();
    rep.trouble.push('refused');
    await rep.model.refresh();
    await table.settle();
    assert.equal(rep.asked() - before, 1);
    assert.equal(rep.model.isAway.value, false);
  });

  it('keeps words on the tab on which they were begun, whichever lies on top when they are done', async () => {
    const { table, rep, customer } = await twoAtATable();
    const begun = { x: 10, y: 20, tab: rep.model.current.value?.id };
    addTab(customer.model);
    await table.settle();
    assert.notEqual(rep.model.current.value?.id, begun.tab);
    putText(rep.model, begun, 'Here');
    await table.settle();
    const [first, second] = table.board().tabs;
    assert.deepEqual(
      [first?.items, second?.items].map((items) => items?.map(({ item }) => item.kind === 'text' && item.text)),
      [['Here'], []],
    );
  });

  it('takes back and does again only what the same person did', async () => {
    const { table, rep, customer } = await twoAtATable();
    const [mine, theirs] = [anItem(), anItem()];
    rep.model.add(mine);
    customer.model.add(theirs);
    await table.settle();
    rep.model.undo();
    rep.model.undo();
    await table.settle();
    assert.deepEqual(idsOn(customer), [theirs.id]);
    assert.equal(rep.model.canUndo.value, false);
    rep.model.redo();
    await table.settle();
    assert.deepEqual(idsOn(customer).toSorted(), [mine.id, theirs.id].toSorted());
  });

  it('brings back what was erased to where it lay, under what lies on it', async () => {
    const { table, rep, customer } = await twoAtATable();
    const [below, above] = [anItem(), anItem()];
    rep.model.add(below);
    rep.model.add(above);
    hideItems(rep.model, [below.id]);
    rep.model.undo();
    await table.settle();
    assert.deepEqual(idsOn(customer), [below.id, above.id]);
  });

  it('lets the last one win who moves a thing that both move', async () => {
    const { table, rep, customer } = await twoAtATable();
    const item = anItem();
    rep.model.add(item);
    await table.settle();
    placeItems(rep.model, [item], [{ ...item, x: 500 }]);
    placeItems(customer.model, [item], [{ ...item, x: 900 }]);
    await table.settle();
    for (const { model } of [rep, customer]) assert.equal(model.shown.value[0]?.item.x, 900);
  });

  it('leads to a tab that the other side has added, and gives both the same ones [S0-115]', async () => {
    const { table, rep, customer } = await twoAtATable();
    addTab(rep.model);
    await table.settle();
    assert.equal(customer.model.current.value?.name, 'Board 2');
    assert.notEqual(customer.model.tab.value, tab);
    customer.model.add(anItem());
    await table.settle();
    assert.deepEqual(
      table.board().tabs.map(({ items }) => items.length),
      [0, 1],
    );
  });

  it('says when it is full, and goes on with what was there', async () => {
    const { table, rep, customer } = await twoAtATable();
    const items = Array.from({ length: boardLimits.itemsPerTab }, () => anItem());
    rep.model.carryOut(items.map((item) => ({ op: 'add', tab, item })));
    await table.settle();
    rep.model.add(anItem());
    customer.model.carryOut([{ op: 'place', tab, item: anItemId(), at: { x: 1, y: 1 }, size: null }]);
    await table.settle();
    assert.match(rep.model.notice.value ?? '', /This tab is full/);
    assert.match(customer.model.notice.value ?? '', /erased it meanwhile/);
    assert.equal(idsOn(customer).length, boardLimits.itemsPerTab);
  });
});
