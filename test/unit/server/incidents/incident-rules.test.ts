import assert from 'node:assert/strict';
import * as v from 'valibot';
import { chosen, offered, withChanged, withIncident, withMoved } from '../../../../server/incidents/incident-rules.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { IncidentId } from '../../../../shared/contract/incident.ts';
import type { Incident } from '../../../../shared/contract/incident.ts';

const id = (word: string) => v.parse(IncidentId, word.padEnd(22, '0'));
const channel = (word: string) => v.parse(ChannelId, word.padEnd(22, '0'));
const anIncident = (name: string, some: Partial<Incident> = {}): Incident => ({
  id: id(name),
  name,
  parent: null,
  channels: [],
  retired: false,
  ...some,
});

const catalogue = [
  anIncident('Printer', { channels: [channel('hardware')] }),
  anIncident('Jam', { parent: id('Printer') }),
  anIncident('Mail'),
];
const fails = (change: () => unknown, code: string) =>
  assert.throws(change, (error) => error instanceof AppError && error.code === code);

describe('The catalogue of support incidents', () => {
  it('names what was chosen with all that it stands under', () => {
    assert.deepEqual(chosen(catalogue, id('Jam'), channel('hardware')), { id: id('Jam'), name: 'Printer › Jam' });
  });

  it('offers what stands under an incident only where that one is offered', () => {
    assert.equal(chosen(catalogue, id('Jam'), channel('software')), undefined);
    assert.equal(chosen(catalogue, id('Mail'), channel('software'))?.name, 'Mail');
  });

  it('no longer offers what is retired, nor what stands under it', () => {
    const names = offered(withChanged(catalogue, id('Printer'), { retired: true })).map(({ name }) => name);
    assert.deepEqual(names, ['Mail']);
  });

  it('has no two of one name in one place, whatever their case', () => {
    fails(() => withIncident(catalogue, anIncident('MAIL')), 'already-exists');
    assert.equal(withIncident(catalogue, anIncident('mail2', { name: 'Mail', parent: id('Printer') })).length, 4);
  });

  it('grows no deeper than three levels, also when a branch is moved', () => {
    const deep = withIncident(catalogue, anIncident('Tray', { parent: id('Jam') }));
    fails(() => withIncident(deep, anIncident('Left', { parent: id('Tray') })), 'not-allowed');
    fails(() => withMoved(deep, id('Printer'), { parent: id('Mail'), before: null }), 'not-allowed');
  });

  it('puts nothing under itself', () => {
    fails(() => withMoved(catalogue, id('Printer'), { parent: id('Jam'), before: null }), 'not-found');
  });
});
