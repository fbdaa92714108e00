/** Holds what newcomers read to what the programs do. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import * as v from 'valibot';
import { settingsSchema } from '../../server/config/config.ts';
import { ClientMessage, errorMessage, idTakenMessage, openMessage } from '../../server/signalling/peer-message.ts';
import { adminContract } from '../../shared/contract/admin-contract.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { customerContract } from '../../shared/contract/customer-contract.ts';
import { entryContract } from '../../shared/contract/entry-contract.ts';
import { errorCatalogue, isErrorCode } from '../../shared/contract/errors.ts';
import { hostContract } from '../../shared/contract/host-contract.ts';
import { hostFilesContract } from '../../shared/contract/host-files.ts';
import { CustomerDoor, HostDoor, LINK_PATH, RepDoor, namespaces, wire } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { repContract } from '../../shared/contract/rep-contract.ts';
import {
  CursorMessage,
  HostControl,
  InputMessage,
  ViewerControl,
  dataChannels,
} from '../../shared/contract/screen-link.ts';
import { HostReport, LogEntry } from '../../shared/contract/session-log.ts';
import { LOG_PAGE } from '../../shared/contract/shared-events.ts';
import { MAX_TILE_BYTES } from '../../shared/contract/tile-messages.ts';
import { anchors, codeWords, linkTargets, read, root, rows, section } from './markdown.ts';
import type { Row } from './markdown.ts';
import { faultList } from './source-files.ts';

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/PROTOCOL.md',
  'docs/deploy.md',
];
const pictureFolder = 'docs/pictures';
const mostPictureBytes = 300_000;

const contracts: Record<string, Contract> = {
  'Before signing in': entryContract,
  'Web panel': adminContract,
  "Rep's extension": repContract,
  "Customer's page": customerContract,
  'Customer host': hostContract,
  'Files of the computer': hostFilesContract,
};
const audiences: Record<string, Contract> = {
  'To the rep': repContract,
  'To the customer': customerContract,
  'To the host': hostContract,
  'Of the files': hostFilesContract,
};

/** The fields of an object schema, in the order of the contract. */
const Fields = v.object({ entries: v.record(v.string(), v.unknown()) });
const Variants = v.object({ options: v.array(Fields) });
const fieldsOf = (schema: unknown): string[] =>
  v.is(Variants, schema)
    ? [...new Set(v.parse(Variants, schema).options.flatMap(({ entries }) => Object.keys(entries)))]
    : Object.keys(v.parse(Fields, schema).entries);

/** Every member of a union told apart by `key`: its name, and its other fields. */
function membersOf(union: unknown, key: string): { name: string; fields: string[] }[] {
  const { options } = v.parse(v.object({ options: v.array(Fields) }), union);
  return options.map(({ entries }) => ({
    name: v.parse(v.object({ literal: v.string() }), entries[key]).literal,
    fields: Object.keys(entries).filter((field) => field !== key),
  }));
}
const namesOf = (union: unknown, key: string) => membersOf(union, key).map(({ name }) => name);

const word = (cell: string | undefined) => codeWords(cell ?? '')[0];
/** `{ 'chat.send': ['session', 'text'] }`: the first column's word, and the code words of another column. */
const tableOf = (of: Row[], column: number) =>
  Object.fromEntries(of.map((row) => [word(row[0]), codeWords(row[column] ?? '')]));

describe('docs/PROTOCOL.md', () => {
  const protocol = read('docs/PROTOCOL.md');

  it('names the protocol’s version and the doors of the links', () => {
    assert.match(protocol, new RegExp(`^Protocol version: \\*\\*${PROTOCOL_VERSION}\\*\\*`, 'm'));
    const doors = codeWords(section(protocol, 'Doors'));
    for (const door of [LINK_PATH, ...Object.values(namespaces)]) assert.ok(doors.includes(door), `${door} is missing`);
  });

  it('says what each link shows at its door, and by which names everything travels', () => {
    const doors = rows(section(protocol, 'Doors'));
    const shown = (namespace: string) => doors.filter((row) => codeWords(row[1] ?? '').includes(namespace)).at(0)?.[4];
    const fields = {
      rep: fieldsOf(RepDoor),
      customer: fieldsOf(CustomerDoor),
      host: HostDoor.options.flatMap(fieldsOf),
    };
    for (const [who, namespace] of Object.entries(namespaces)) {
      const told = codeWords(shown(namespace) ?? '');
      const wanted = v.parse(v.array(v.string()), Reflect.get(fields, who)).filter((field) => field !== 'by');
      assert.deepEqual(told.filter((field) => field !== 'null').toSorted(), [...new Set(wanted)].toSorted(), who);
    }
    const names = /three Socket\.IO events carry everything: (.*?)\n(?:\n|- )/s.exec(protocol)?.[1] ?? '';
    const listed = codeWords(names);
    for (const name of Object.values(wire)) assert.ok(listed.includes(name), `${name} is missing`);
    assert.match(protocol, new RegExp(`at most ${LOG_PAGE} entries after`));
  });

  it('names every message of signalling', () => {
    const told = codeWords(section(protocol, 'Signalling')).filter((each) => /^[A-Z-]+$/.test(each));
    const sent = ClientMessage.options.flatMap(({ entries: { type } }) =>
      'options' in type ? type.options : [type.literal],
    );
    const answered = [openMessage, errorMessage(''), idTakenMessage].map(
      (text) => v.parse(v.object({ type: v.string() }), JSON.parse(text)).type,
    );
    assert.deepEqual([...new Set(told)].toSorted(), [...new Set([...sent, ...answered])].toSorted());
  });

  for (const [heading, { operations }] of Object.entries(contracts)) {
    it(`lists every operation under “${heading}” with its parameters and result, and no other`, () => {
      const listed = rows(section(protocol, heading));
      const fields = (of: 'params' | 'result') =>
        Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, fieldsOf(operation[of])]));
      assert.deepEqual(tableOf(listed, 1), fields('params'));
      assert.deepEqual(tableOf(listed, 2), fields('result'));
      const foreign = listed.flatMap((row) => codeWords(row[3] ?? '')).filter((code) => !isErrorCode(code));
      assert.deepEqual(foreign, [], 'These are no error codes');
    });
  }

  for (const [heading, { event }] of Object.entries(audiences)) {
    it(`lists every event under “${heading}” with what it carries, and no other`, () => {
      const events = membersOf(event, 'type').map(({ name, fields }) => [name, fields]);
      assert.deepEqual(tableOf(rows(section(protocol, heading)), 1), Object.fromEntries(events));
    });
  }

  it('has no other word that looks like an operation or an event', () => {
    const known = [
      ...Object.values(contracts).flatMap(({ operations }) => Object.keys(operations)),
      ...Object.values(audiences).flatMap(({ event }) => namesOf(event, 'type')),
    ];
    const looksSo = codeWords(protocol).filter((candidate) => /^[a-z]+\.[a-z]+(?:[A-Z][a-z]+)*$/.test(candidate));
    assert.deepEqual(
      looksSo.filter((candidate) => !known.includes(candidate)),
      [],
    );
  });

  it('lists every kind of log entry with what it adds, and what a host may report', () => {
    const log = section(protocol, 'The session log');
    const common = ['session', 'seq', 'at', 'by', 'audience', 'clientId'];
    const kinds = membersOf(LogEntry, 'kind').map(({ name, fields }) => [
      name,
      fields.filter((field) => !common.includes(field)),
    ]);
    assert.deepEqual(tableOf(rows(log), 1), Object.fromEntries(kinds));
    const reports = /A host reports, by `session\.report`, only (.*)\./.exec(log)?.[1] ?? '';
    assert.deepEqual(codeWords(reports), namesOf(HostReport, 'kind'));
  });

  it('lists every error code with its status and text, and no other', () => {
    const listed = rows(section(protocol, 'Error codes')).map((row) => [word(row[0]), Number(row[1]), row[2]]);
    const known = Object.entries(errorCatalogue).map(([code, { status, text }]) => [code, status, text]);
    assert.deepEqual(listed, known);
  });

  it('lists every data channel with its id and messages, and no other', () => {
    const listed = rows(section(protocol, 'Data channels').split('###')[0] ?? '');
    const channels = listed.filter((row) => word(row[0]) !== undefined).map((row) => [word(row[0]), Number(row[1])]);
    assert.deepEqual(
      channels,
      Object.entries(dataChannels).map(([name, { id }]) => [name, id]),
    );
    const [fromHost, fromViewer, input, , cursor] = listed.map((row) => codeWords(row[3] ?? ''));
    assert.deepEqual(
      { fromHost, fromViewer, input, cursor },
      {
        fromHost: namesOf(HostControl, 'type'),
        fromViewer: namesOf(ViewerControl, 'type'),
        input: namesOf(InputMessage, 'type'),
        cursor: namesOf(CursorMessage, 'type'),
      },
    );
  });

  it('says how large a tile may be', () => {
    assert.ok(section(protocol, 'Tile messages').includes(`${MAX_TILE_BYTES.toLocaleString('en-US')} bytes`));
  });
});

describe('The settings', () => {
  const settings = Object.entries(settingsSchema.entries).map(([name, { default: byDefault }]) => ({
    name,
    byDefault,
  }));

  it('in README.md are those of the server, with their defaults', () => {
    const listed = rows(section(read('README.md'), 'Configuration')).map((row) => ({
      name: word(row[0]),
      byDefault: word(row[1]),
    }));
    assert.deepEqual(listed, settings);
  });

  it('in .env.example are those of the server, switched off, with their defaults', () => {
    const lines = [...read('.env.example').matchAll(/^(#?)([A-Z][A-Z_]*)=(.*)$/gm)];
    assert.deepEqual(
      lines.map(([, , name]) => name),
      settings.map(({ name }) => name),
    );
    for (const [line, off, name, value] of lines) {
      const byDefault = settings.find((setting) => setting.name === name)?.byDefault;
      assert.equal(off, '#', `${line} would change a server by being copied`);
      if (byDefault !== undefined) assert.equal(value, byDefault, `${name} has another default`);
    }
  });
});

describe('The documents', () => {
  it('link to what is there', () => {
    const faults = documents.flatMap((document) =>
      linkTargets(read(document))
        .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(document, target))
        .map((target) => `${document} → ${target}`),
    );
    assert.ok(faults.length === 0, faultList('Correct these links:', faults));
  });

  it('name only commands that package.json has', () => {
    const { scripts } = v.parse(
      v.object({ scripts: v.record(v.string(), v.string()) }),
      JSON.parse(read('package.json')),
    );
    const faults = documents.flatMap((document) =>
      [...read(document).matchAll(/\bnpm (?:run ([a-z0-9:-]+)|(start|test)\b)/g)]
        .map(([, script, short]) => script ?? short ?? '')
        .filter((name) => scripts[name] === undefined)
        .map((name) => `${document}: ${name}`),
    );
    assert.ok(faults.length === 0, faultList('There is no such script:', faults));
  });

  it('show every picture there is, each a PNG that loads quickly', () => {
    const shown = documents.flatMap((document) =>
      linkTargets(read(document))
        .map((target) => posix.join(dirname(document), target))
        .filter((target) => target.startsWith(`${pictureFolder}/`)),
    );
    const pictures = readdirSync(join(root, pictureFolder)).map((name) => `${pictureFolder}/${name}`);
    assert.deepEqual([...new Set(shown)].toSorted(), pictures.toSorted());
    for (const picture of pictures) {
      const file = join(root, picture);
      assert.equal(readFileSync(file).subarray(1, 4).toString('latin1'), 'PNG', picture);
      assert.ok(statSync(file).size < mostPictureBytes, `${picture} is larger than ${mostPictureBytes} bytes`);
    }
  });
});

function leadsSomewhere(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#', 2);
  const file = path === '' ? document : posix.join(dirname(document), path);
  if (file.startsWith('..') || !existsSync(join(root, file))) return false;
  return anchor === undefined || anchors(read(file)).includes(anchor);
}
