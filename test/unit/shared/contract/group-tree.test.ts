import assert from 'node:assert/strict';
import * as v from 'valibot';
import { groupPath, groupsWithin, inTreeOrder, isWithin } from '../../../../shared/contract/group-tree.ts';
import type { Group } from '../../../../shared/contract/group.ts';
import { GroupId } from '../../../../shared/contract/identifiers.ts';

const idOf = (name: string) => v.parse(GroupId, name.padEnd(22, '-'));
const aGroup = (name: string, parent: string | null): Group => ({
  id: idOf(name),
  name,
  parent: parent === null ? null : idOf(parent),
});

/** North: { Desk: { Night } }, South. */
const tree = [aGroup('South', null), aGroup('Night', 'Desk'), aGroup('North', null), aGroup('Desk', 'North')];
const lead = (...led: string[]) => ({ role: 'team-lead' as const, leads: led.map(idOf) });
const member = (group: string | null) => ({ group: group === null ? null : idOf(group) });

describe('the tree of groups', () => {
  it('lets a team lead look after the own groups and everything below them, and nothing beside or above', () => {
    assert.ok(isWithin(tree, lead('North'), member('North')));
    assert.ok(isWithin(tree, lead('North'), member('Night')));
    assert.ok(!isWithin(tree, lead('Desk'), member('North')));
    assert.ok(!isWithin(tree, lead('North'), member('South')));
    assert.ok(!isWithin(tree, lead('North'), member(null)));
    assert.ok(isWithin(tree, lead('Night', 'South'), member('South')));
  });

  it('lets an administrator look after everybody, and a rep after nobody, whatever is written beside the name', () => {
    assert.ok(isWithin(tree, { role: 'administrator', leads: [] }, member(null)));
    assert.ok(!isWithin(tree, { role: 'representative', leads: [idOf('North')] }, member('North')));
    assert.deepEqual(groupsWithin(tree, lead('Desk')).toSorted(), [idOf('Desk'), idOf('Night')].toSorted());
  });

  it('names the way up from a group, and comes to an end even where somebody has stored a circle', () => {
    assert.deepEqual(
      groupPath(tree, idOf('Night')).map(({ name }) => name),
      ['Night', 'Desk', 'North'],
    );
    assert.deepEqual(groupPath(tree, idOf('Gone')), []);
    const circle = [aGroup('One', 'Two'), aGroup('Two', 'One')];
    assert.equal(groupPath(circle, idOf('One')).length, 2);
  });

  it('lists groups from top to bottom, neighbours by name', () => {
    assert.deepEqual(
      inTreeOrder(tree).map(({ name, depth }) => `${depth} ${name}`),
      ['0 North', '1 Desk', '2 Night', '0 South'],
    );
  });
});
