import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accountsCsv } from '../../../../server/account-files/account-cells.ts';
import { planImport } from '../../../../server/account-files/plan-import.ts';
import type { Known } from '../../../../server/account-files/plan-import.ts';
import { readAccountFile } from '../../../../server/account-files/read-account-file.ts';
import { textOfFile } from '../../../../server/web/admin/account-files/read-file-text.ts';
import { newId } from '../../../../server/secrets/random.ts';
import type { Account } from '../../../../shared/contract/account.ts';
import type { ImportLine } from '../../../../shared/contract/account-file.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { AccountId, ChannelId, GroupId } from '../../../../shared/contract/identifiers.ts';

const [support, printing, sales] = [newId(GroupId), newId(GroupId), newId(GroupId)];
const [general, orders] = [newId(ChannelId), newId(ChannelId)];
const groups = [
  { id: support, name: 'Support', parent: null },
  { id: printing, name: 'Printing', parent: support },
  { id: sales, name: 'Sales', parent: null },
];
const channels = [
  { id: general, name: 'General' },
  { id: orders, name: 'Orders' },
];

function anAccount(fields: Partial<Account> = {}): Account {
  return {
    id: newId(AccountId),
    userId: 'ana',
    fullName: 'Ana Petrescu',
    displayName: 'Ana',
    email: 'ana@ostervale.example',
    role: 'representative',
    disabled: false,
    picture: null,
    channels: [general],
    group: printing,
    leads: [],
    capacity: null,
    createdAt: 1,
    lastSeenAt: null,
    ...fields,
  };
}

const maria = anAccount({ userId: 'maria', fullName: 'Maria Okafor', role: 'administrator', group: null });
const ana = anAccount();

const knowing = (...accounts: Account[]): Known => ({
  accounts: [maria, ...accounts],
  groups,
  channels,
  self: maria.id,
});
const plan = (text: string, known = knowing(ana)) => planImport(readAccountFile(text).lines, known);
const problemsOf = (line: ImportLine | undefined) =>
  line?.is === 'wrong' ? line.problems.join(' ') : `is ${line?.is}`;

describe('A file of accounts', () => {
  it('that was exported changes nothing when it comes back, whatever the names are', () => {
    const name = fc.constantFrom(
      '=1+1',
      "'=1+1",
      '-x',
      '@a',
      '+49',
      'O’Hara; "Bo"',
      'a, b',
      "''",
      '＝SUM(A1)',
      'Ünal › X',
    );
    fc.assert(
      fc.property(name, name, name, (fullName, groupName, channelName) => {
        const renamed = {
          groups: groups.map((group) => (group.id === printing ? { ...group, name: groupName } : group)),
          channels: channels.map((channel) => (channel.id === general ? { ...channel, name: channelName } : channel)),
        };
        const lead = anAccount({ userId: 'lea', fullName, role: 'team-lead', leads: [sales, printing], capacity: 3 });
        const accounts = [maria, { ...ana, fullName, disabled: true, channels: [orders, general] }, lead];
        const lines = plan(accountsCsv(accounts, renamed), { ...renamed, accounts, self: maria.id });
        assert.deepEqual(
          lines.map(({ is }) => is),
          ['unchanged', 'unchanged', 'unchanged'],
        );
      }),
    );
  });

  it('makes new accounts and changes those that are there, by names of groups and channels', () => {
    const [fresh, changed] = plan(
      'User ID,Full name,Role,Group,Leads,Channels,Customers at once,State\n' +
        'ben,Ben Adler,Team lead,support > printing,Sales; Support,Orders;general,4,\n' +
        'ANA,Ana Petrescu,,,,Orders,2,disabled\n',
    );
    assert.deepEqual(fresh, {
      is: 'new',
      ...{ line: 2, userId: 'ben', fullName: 'Ben Adler', displayName: 'Ben', email: '', role: 'team-lead' },
      ...{ disabled: false, group: printing, leads: [sales, support], channels: [orders, general], capacity: 4 },
    });
    assert.ok(changed?.is === 'changed');
    assert.equal(changed.id, ana.id);
    assert.equal(changed.email, ana.email);
    assert.deepEqual(
      changed.changes.map(({ column, before, after }) => `${column}: ${before} → ${after}`),
      ['state: active → disabled', 'group: Support › Printing → ', 'channels: General → Orders', 'capacity:  → 2'],
    );
  });

  it('says of each wrong line what to mend, and in which line it stands', () => {
    const lines = plan(
      [
        'User ID,Full name,E-mail,Role,State,Group,Channels,Customers at once',
        'x,Nobody,,,,,,',
        'bo,Bo,no address,,,,,',
        'cy,Cy,,boss,asleep,,,',
        'di,Di,,,,Nowhere,Fax,100',
        '',
        'ed,,,,,,,',
        'ed,Ed,,,,,,',
        'flo,Flo',
        'ana,Ana Petrescu,,,,,,0x3',
        `gus,${'G'.repeat(81)},,,,,,`,
      ].join('\r\n'),
    );
    assert.deepEqual(
      lines.map(({ line }) => line),
      [2, 3, 4, 5, 7, 8, 9, 10, 11],
    );
    const expected = [
      /user ID must be 2 to 64/,
      /e-mail must be/,
      /no role “boss”.*no state “asleep”/,
      /no group “Nowhere”.*no channel “Fax”.*1 to 99/,
      /full name must be/,
      /stands in line 7 already/,
      /has 2 cells, the first line has 8/,
      /is changed/,
      /full name must be/,
    ];
    for (const [place, form] of expected.entries()) assert.match(problemsOf(lines[place]), form);
  });

  it('takes neither the role nor the account from whoever imports, so that the last administrator stays one', () => {
    const [role, state] = ['Role\nmaria,representative', 'State\nmaria,disabled'].map(
      (rest) => plan(`User ID,${rest}`)[0],
    );
    assert.match(problemsOf(role), /you stay an administrator/);
    assert.match(problemsOf(state), /it stays active/);
  });

  it('may be separated by semicolons or tabs, begin with a mark or Excel’s own line, and have its heads in any order', () => {
    for (const text of [
      '\ufeffFull name;User ID\r\nBen Adler;ben\r\n',
      'sep=;\nFull name;User ID\nBen Adler;ben\n',
      'full NAME\tuser id\nBen Adler\tben',
      '"Full name","User ID"\r"Ben Adler","ben"',
    ]) {
      const [line] = plan(text);
      assert.ok(line?.is === 'new' && line.fullName === 'Ben Adler', text);
      assert.equal(line.line, text.startsWith('sep') ? 3 : 2);
    }
  });

  it('is refused as a whole when it cannot be understood as a whole', () => {
    const refusals: readonly (readonly [string, RegExp])[] = [
      ['', /no column “User ID”/],
      ['Name,Password\nBen,secret', /no column “User ID”/],
      ['User ID,Full name', /no line below/],
      ['User ID,Full name\n ,\n', /no line below/],
      ['User ID,user-id\nben,ben', /stands in the first line twice/],
      ['User ID,Full name\nben,"Ben\nann,Ann', /quotation mark in line 2/],
      ['User ID,Full name\nben,J\ufffdrgen', /not in UTF-8/],
      ['PK\u0003\u0004\0\0', /not in UTF-8/],
      [`User ID\n${'x1\n'.repeat(2001)}`, /more than 2000 lines/],
    ];
    for (const [text, form] of refusals) {
      assert.throws(
        () => readAccountFile(text),
        (error) => error instanceof AppError && error.code === 'invalid' && form.test(error.message),
        text.slice(0, 60),
      );
    }
  });

  it('leaves columns out that mean nothing, a password’s too, and says so', () => {
    const { ignored, lines } = readAccountFile('User ID,Full name,Password,\nben,Ben Adler,hunter22222,\n');
    assert.deepEqual(ignored, ['Password']);
    assert.deepEqual(lines[0]?.cells, { userId: 'ben', fullName: 'Ben Adler' });
  });

  it('is read as UTF-8, or as UTF-16 with its mark, and never guessed at', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('User ID\tJürgen', 'utf16le')]);
    assert.equal(textOfFile(utf16), 'User ID\tJürgen');
    assert.equal(textOfFile(Buffer.from('Jürgen')), 'Jürgen');
    assert.equal(textOfFile(Buffer.from('Jürgen', 'latin1')), undefined);
  });
});
