import assert from 'node:assert/strict';
import { compareReadings } from '../../../../extension/host-tools/system/compare-readings.ts';
import type { SystemReading } from '../../../../shared/contract/system-information.ts';

function aReading(facts: Record<string, string>, rows?: string[][]): SystemReading {
  return {
    category: 'software',
    at: 0,
    facts: Object.entries(facts).map(([name, value]) => ({ name, value })),
    table:
      rows === undefined
        ? null
        : {
            columns: [
              { name: 'Program', isNumber: false },
              { name: 'Version', isNumber: false },
              { name: 'Size', isNumber: true },
            ],
            rows,
            leftOff: 0,
          },
    problem: '',
  };
}

describe('System information compared with what was kept', () => {
  it('tells what has changed, what is new and what has gone, in facts and in lists', () => {
    const before = aReading({ Kernel: '6.1', Domain: 'town' }, [
      ['firefox', '120', '10'],
      ['gimp', '2', '5'],
    ]);
    const now = aReading({ Kernel: '6.2', Language: 'de' }, [
      ['firefox', '121', '11'],
      ['vlc', '3', '7'],
    ]);
    assert.deepEqual(compareReadings(before, now), {
      changed: [
        { name: 'Kernel', before: '6.1', now: '6.2' },
        { name: 'firefox', before: '120', now: '121' },
      ],
      added: [
        { name: 'Language', now: 'de' },
        { name: 'vlc', now: '3' },
      ],
      gone: [
        { name: 'Domain', before: 'town' },
        { name: 'gimp', before: '2' },
      ],
    });
  });

  it('leaves figures out that change with every reading, and takes several of one name for one thing', () => {
    const before = aReading({}, [
      ['sh', 'a', '1'],
      ['sh', 'b', '2'],
    ]);
    const now = aReading({}, [
      ['sh', 'b', '9'],
      ['sh', 'a', '7'],
    ]);
    assert.deepEqual(compareReadings(before, now), { changed: [], added: [], gone: [] });
  });
});
