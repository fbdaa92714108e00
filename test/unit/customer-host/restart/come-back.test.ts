import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { autostartEntry } from '../../../../customer-host/restart/autostart-entry.ts';
import { RETURNS, prepareReturn, takeReturn } from '../../../../customer-host/restart/come-back.ts';
import { returnPlaces } from '../../../../customer-host/restart/return-places.ts';
import { RETURN_WITHIN_MS } from '../../../../shared/contract/restart-standing.ts';
import { Ticket } from '../../../../shared/contract/identifiers.ts';

const ticket = v.parse(Ticket, 'a'.repeat(26));
const consents = [{ scope: 'actions', devices: 'both', grantedAt: 5, until: null }] as const;

describe('The return after a restart', () => {
  let home: string;
  let program: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    program = join(home, 'program');
    writeFileSync(program, 'the program', { mode: 0o755 });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function prepare(now = 1000) {
    const places = returnPlaces({}, home);
    const takeBack = prepareReturn({ places, ticket, consents, now, program, start: (file) => [file] });
    const [name = ''] = readdirSync(places.cache);
    const folder = join(places.cache, name);
    return { places, folder, entry: join(places.autostart, `${name}.desktop`), takeBack };
  }

  it('lies in a private folder, and the desktop starts it at the next signing in', () => {
    const { folder, entry } = prepare();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'return.json')).mode & 0o777, 0o600);
    assert.equal(statSync(entry).mode & 0o777, 0o600);
    const copy = join(folder, `RemoteHelp-${ticket}`);
    assert.equal(readFileSync(copy, 'utf8'), 'the program');
    assert.match(readFileSync(entry, 'utf8'), new RegExp(`^Exec="${copy}" "${RETURNS}" "${folder}"$`, 'm'));
  });

  it('is used once: what was granted is read, and nothing stays behind', () => {
    const { places, folder, entry } = prepare();
    assert.deepEqual(takeReturn(['node', 'main', RETURNS, folder], places, 2000), { consents });
    assert.ok(!existsSync(folder) && !existsSync(entry));
    assert.equal(takeReturn(['node', 'main', RETURNS, folder], places, 2000), 'too-late');
    assert.equal(takeReturn(['node', 'main'], places, 2000), undefined, 'any other start');
  });

  it('is nothing any more after half an hour, nor after it was taken back, and is removed then too', () => {
    const late = prepare();
    assert.equal(takeReturn([RETURNS, late.folder], late.places, 1001 + RETURN_WITHIN_MS), 'too-late');
    assert.ok(!existsSync(late.folder) && !existsSync(late.entry));
    const forgotten = prepare();
    forgotten.takeBack();
    forgotten.takeBack();
    assert.ok(!existsSync(forgotten.folder) && !existsSync(forgotten.entry));
  });

  it('touches no folder that is none of its own, and takes nothing from a note that was changed', () => {
    const { places, folder } = prepare();
    const other = join(home, 'remotehelp-comes-back-other');
    writeFileSync(other, '');
    assert.equal(takeReturn([RETURNS, other], places, 2000), 'too-late');
    assert.equal(takeReturn([RETURNS, places.cache], places, 2000), 'too-late');
    assert.ok(existsSync(other) && existsSync(folder));
    writeFileSync(join(folder, 'return.json'), '{"at":1000,"consents":[{"scope":"everything"}]}');
    assert.equal(takeReturn([RETURNS, folder], places, 2000), 'too-late');
  });

  it('is started by exactly its words, whatever is in them', () => {
    const line = autostartEntry(['/a b/$HOME "x" `id` 100%', 'back\\slash'])
      .split('\n')
      .find((one) => one.startsWith('Exec='));
    assert.equal(line, 'Exec="/a b/\\\\$HOME \\\\"x\\\\" \\\\`id\\\\` 100%%" "back\\\\\\\\slash"');
  });
});
