import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostColours } from '../../../../customer-host/windows/host-colours.ts';

describe("the host's colours", () => {
  it('are the light values of the design tokens', async () => {
    const css = await readFile(join(import.meta.dirname, '../../../../shared/ui/tokens.css'), 'utf8');
    const light = css.slice(0, css.indexOf('@media'));
    for (const [name, value] of Object.entries(hostColours)) {
      const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const found = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(light)?.[1];
      assert.equal(value.toString(16).padStart(6, '0'), found, `--${token}`);
    }
  });
});
