/** Every rule finds what it is there to find: each is shown a bad example beside a good one. */
import assert from 'node:assert/strict';
import { asSourceFile } from '../source-files.ts';
import {
  namedAfterNothing,
  neverThrown,
  strayEnvironmentReaders,
  swallowedErrors,
  tooLong,
  unverifiedCertificates,
} from './file-rules.ts';
import { cycles, foreignPrograms, missingEndings, packageFaults, roomFaults } from './import-rules.ts';
import { misnamed, notInOneSuite, switchedOff, withoutTests } from './test-rules.ts';

/** `{ path: text }` as the rules see it. */
const files = (texts: Record<string, string>) => Object.entries(texts).map(([path, text]) => asSourceFile(path, text));

describe('The rule about', () => {
  it('programs finds one that imports another', () => {
    const found = foreignPrograms(
      files({
        'server/a.ts': "import { b } from '../extension/b.ts';\nimport { s } from '../shared/contract/s.ts';",
        'shared/link/a.ts': "export type { B } from '../../server/b.ts';",
      }),
    );
    assert.deepEqual(found, ['server/a.ts imports ../extension/b.ts', 'shared/link/a.ts imports ../../server/b.ts']);
  });

  it('the rooms of shared finds Node, foreign packages, other rooms and a room without a rule', () => {
    const found = roomFaults(
      files({
        'shared/contract/a.ts': "import * as v from 'valibot';\nimport fs from 'node:fs';\nimport '../ui/b.tsx';",
        'shared/link/a.ts': "import { io } from 'socket.io-client';\nimport ws from 'ws';\nimport './b.ts';",
        'shared/ui/a.tsx':
          "import { useState } from 'preact/hooks';\nimport { c } from '../contract/c.ts';\nimport '../link/l.ts';",
        'shared/new/a.ts': "import * as v from 'valibot';",
        'server/a.ts': "import fs from 'node:fs';",
      }),
    );
    assert.deepEqual(found, [
      'shared/contract/a.ts imports node:fs',
      'shared/contract/a.ts imports ../ui/b.tsx',
      'shared/link/a.ts imports ws',
      'shared/ui/a.tsx imports ../link/l.ts',
      'shared/new/a.ts imports valibot',
    ]);
  });

  it('homes of packages finds one that is imported elsewhere, types apart', () => {
    const sources = files({
      'server/edge/a.ts': "import express from 'express';",
      'server/queue/a.ts': "import express from 'express';\nimport type { Router } from 'express';",
    });
    const isHome = (path: string) => path.startsWith('server/edge/');
    assert.equal(packageFaults(sources, ['express'], isHome).length, 2);
    assert.deepEqual(packageFaults(sources, ['express'], isHome, true), ['server/queue/a.ts imports express']);
  });

  it('endings finds an import without one', () => {
    assert.deepEqual(missingEndings(files({ 'server/a.ts': "import './b';\nimport './c.ts';" })), [
      'server/a.ts imports ./b',
    ]);
  });

  it('rings finds those that run, and between features those of types, too', () => {
    const found = cycles(
      files({
        'server/one/a.ts': "import { b } from './b.ts';",
        'server/one/b.ts': "import { a } from './a.ts';",
        'server/one/c.ts': "import type { D } from './d.ts';",
        'server/one/d.ts': "import type { C } from './c.ts';",
        'server/two/e.ts': "import type { F } from '../three/f.ts';",
        'server/three/f.ts': "import { e } from '../two/e.ts';",
      }),
    );
    assert.deepEqual(found, [
      'server/one/a.ts → server/one/b.ts → server/one/a.ts',
      'server/two/e.ts → server/three/f.ts → server/two/e.ts',
    ]);
  });

  it('length finds a file with two subjects', () => {
    const long = 'x\n'.repeat(301);
    assert.deepEqual(tooLong(files({ 'a.ts': long, 'b.ts': long.slice(2) })), ['a.ts has 301']);
  });

  it('names finds files and folders that say nothing', () => {
    const found = namedAfterNothing(
      files({ 'server/utils/a.ts': '', 'server/session-helper.ts': '', 'server/utility-bill.ts': '' }),
    );
    assert.deepEqual(found, ['server/utils/a.ts', 'server/session-helper.ts']);
  });

  it('the environment finds a second reader', () => {
    const read = 'const port = process.env.PORT; // process.env is fine in words';
    assert.deepEqual(strayEnvironmentReaders(files({ 'server/queue/a.ts': read, 'server/config/a.ts': read })), [
      'server/queue/a.ts:1',
    ]);
  });

  it('errors finds one that is dropped without a word', () => {
    const found = swallowedErrors(
      files({
        'a.ts': 'try { x() } catch {}',
        'b.ts': 'try { x() } catch {\n  // Gone already.\n}',
        'c.ts': 'catch (e) { f(e) }',
      }),
    );
    assert.deepEqual(found, ['a.ts:1']);
  });

  it('certificates finds code that takes any', () => {
    const found = unverifiedCertificates(
      files({
        'a.ts': 'connect({ rejectUnauthorized: false })',
        'b.ts': 'connect({ rejectUnauthorized: true })',
        'c.ts': 'connect({ checkServerIdentity: () => undefined })',
        'd.ts': 'connect({ rejectUnauthorized: isProduction })',
      }),
    );
    assert.deepEqual(found, ['a.ts:1', 'c.ts:1', 'd.ts:1']);
  });

  it('error codes finds one that nobody throws, though somebody talks about it', () => {
    const sources = files({
      'a.ts': "throw new AppError('gone');\n// new AppError('told')\nconst text = \"new AppError('said')\";",
    });
    assert.deepEqual(neverThrown(['gone', 'told', 'said'], sources), ['told', 'said']);
  });

  it('tests finds those that are switched off or run alone', () => {
    const each = (call: string) => files({ 'test/unit/a.test.ts': `${call}('does', () => {});` });
    for (const call of ['it.only', 'it.skip', 'describe.only', 'context.skip', 'xit', 'xdescribe']) {
      assert.deepEqual(switchedOff(each(call)), ['test/unit/a.test.ts:1'], call);
    }
    assert.deepEqual(switchedOff(each('it')), []);
    assert.equal(switchedOff(files({ 'a.test.ts': 'before(function () { this.skip(); });' })).length, 1);
  });

  it('tests finds files that the runner would pass over, or that hold none', () => {
    const some = "describe('a thing', () => {\n  it('does', () => {});\n});";
    const tests = files({
      'test/unit/a.test.ts': some,
      'test/unit/b.ts': some,
      'test/elsewhere/c.test.ts': some,
      'test/unit/d.test.ts': 'export {};',
    });
    assert.deepEqual(misnamed(tests), ['test/unit/b.ts']);
    assert.deepEqual(notInOneSuite(tests, ['unit', 'e2e']), ['test/elsewhere/c.test.ts']);
    assert.deepEqual(notInOneSuite(tests, ['unit', 'unit', 'elsewhere']), [
      'test/unit/a.test.ts',
      'test/unit/d.test.ts',
    ]);
    assert.deepEqual(withoutTests(tests), ['test/unit/d.test.ts']);
  });
});
