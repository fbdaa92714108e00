import assert from 'node:assert/strict';
import * as v from 'valibot';
import { groupsOf } from '../../../../extension/host-tools/actions/script-groups.ts';
import { ListedScript } from '../../../../shared/contract/script.ts';

const listed = (name: string, group: string, description = '') =>
  v.parse(ListedScript, {
    id: name.padEnd(22, 'x').replaceAll(' ', '_'),
    revision: 1,
    name,
    group,
    description,
    systems: ['linux'],
    interpreter: 'sh',
    parameters: [],
    limitSeconds: 60,
  });

describe('The scripts in the fly-out', () => {
  const scripts = [
    listed('Collect', ''),
    listed('Empty queue', 'Printers', 'Removes all jobs'),
    listed('Reset', 'Printers'),
  ];
  const found = (sought: string) =>
    groupsOf(scripts, sought, 'Scripts').map(({ title, scripts: of }) => [title, ...of.map(({ name }) => name)]);

  it('stand in their groups, and are found by any words of name, group and description', () => {
    assert.deepEqual(found(''), [
      ['Scripts', 'Collect'],
      ['Printers', 'Empty queue', 'Reset'],
    ]);
    assert.deepEqual(found('JOBS queue'), [['Printers', 'Empty queue']]);
    assert.deepEqual(found('printers'), [['Printers', 'Empty queue', 'Reset']]);
    assert.deepEqual(found('nothing'), []);
  });
});
