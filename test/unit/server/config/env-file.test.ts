import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../../../server/config/config.ts';
import { readSettings } from '../../../../server/config/read-settings.ts';

describe('the settings in .env', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rh-env-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const settings = (environment: Record<string, string> = {}) => readSettings(environment, folder, () => []);
  const problems = (environment: Record<string, string> = {}) => {
    try {
      settings(environment);
    } catch (error) {
      if (error instanceof ConfigError) return error.problems;
      throw error;
    }
    return [];
  };

  it('need not be there', () => {
    assert.equal(settings().port, 8420);
  });

  it('count where the environment leaves them open', () => {
    writeFileSync(join(folder, '.env'), '# mine\nPORT=9000\nLOG_LEVEL="debug"\n');
    assert.equal(settings().port, 9000);
    assert.equal(settings().logLevel, 'debug');
    assert.equal(settings({ PORT: '9001' }).port, 9001);
    assert.equal(settings({ PORT: ' ' }).port, 9000);
  });

  it('may be in another file, or in none', () => {
    writeFileSync(join(folder, '.env'), 'PORT=9000\n');
    writeFileSync(join(folder, 'mine.env'), 'PORT=9002\n');
    assert.equal(settings({ REMOTEHELP_ENV_FILE: 'mine.env' }).port, 9002);
    assert.equal(settings({ REMOTEHELP_ENV_FILE: '' }).port, 8420);
    assert.match(problems({ REMOTEHELP_ENV_FILE: 'lost.env' }).join(), /lost\.env cannot be read \(ENOENT\)/);
  });

  it('are told wrong with the rest, a name that is no setting too', () => {
    writeFileSync(join(folder, '.env'), 'PROT=9000\nPORT=many\n');
    assert.match(problems({ LOG_LEVEL: 'loud' }).join('\n'), /PORT must.*\nLOG_LEVEL must.*\nPROT in .* is no setting/);
  });
});
