import assert from 'node:assert/strict';
import type { ControlDevices } from '../../../../shared/contract/consent.ts';
import { createInputGate } from '../../../../customer-host/consent/input-gate.ts';

const move = { type: 'move', x: 10, y: 20 };
const keyDown = { type: 'key', code: 'KeyA', key: 'a', down: true };
const judge = (message: unknown, devices: ControlDevices | undefined) =>
  createInputGate().judge(typeof message === 'string' ? message : JSON.stringify(message), { devices }, 0);

describe('the gate of the rep’s hands', () => {
  it('lets pass what was lent', () => {
    assert.deepEqual(judge(move, 'both'), { pass: true, input: move });
    assert.deepEqual(judge(keyDown, 'keyboard'), { pass: true, input: keyDown });
  });

  it('refuses everything while nothing is lent', () => {
    for (const message of [move, keyDown, { ...keyDown, down: false }, { type: 'text', text: 'x' }]) {
      assert.deepEqual(judge(message, undefined), { pass: false, why: 'not-granted' });
    }
  });

  it('keeps mouse and keyboard apart', () => {
    assert.deepEqual(judge(keyDown, 'pointer'), { pass: false, why: 'not-granted' });
    assert.deepEqual(judge({ type: 'text', text: 'x' }, 'pointer'), { pass: false, why: 'not-granted' });
    assert.deepEqual(judge(move, 'keyboard'), { pass: false, why: 'not-granted' });
    assert.deepEqual(judge({ type: 'wheel', dx: 0, dy: 1, x: 1, y: 1 }, 'keyboard'), {
      pass: false,
      why: 'not-granted',
    });
  });

  it('refuses what is malformed, whatever is lent', () => {
    const malformed = [
      'not json',
      '{"type":"move","x":null,"y":1}',
      '{"type":"move","x":"1","y":1}',
      '{"type":"move","x":1,"y":1,"extra":true}',
      '{"type":["move"],"x":1,"y":1}',
      '{"type":"__proto__"}',
      `{"type":"text","text":"${'x'.repeat(4001)}"}`,
    ];
    for (const message of malformed)
      assert.deepEqual(judge(message, 'both'), { pass: false, why: 'malformed' }, message);
    assert.deepEqual(createInputGate().judge(new ArrayBuffer(8), { devices: 'both' }, 0), {
      pass: false,
      why: 'malformed',
    });
  });

  it('holds back a flood, but never the release of a key', () => {
    const gate = createInputGate();
    const raw = JSON.stringify(move);
    let passed = 0;
    for (let count = 0; count < 10_000; count += 1) if (gate.judge(raw, { devices: 'both' }, 0).pass) passed += 1;
    assert.ok(passed < 1000, `${passed} passed at one moment`);
    assert.equal(gate.judge(JSON.stringify({ ...keyDown, down: false }), { devices: 'both' }, 0).pass, true);
    assert.equal(gate.judge(raw, { devices: 'both' }, 1000).pass, true);
  });
});
