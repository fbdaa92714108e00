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

  it('lets a release pass only for what was pressed, and once', () => {
    const gate = createInputGate();
    const say = (message: object) => gate.judge(JSON.stringify(message), { devices: 'both' }, 0);
    const press = { type: 'button', button: 'left', down: true, x: 1, y: 2 };
    assert.deepEqual(say({ ...press, down: false }), { pass: false, why: 'not-held' });
    assert.equal(say(press).pass, true);
    assert.equal(say({ ...press, button: 'right', down: false }).pass, false);
    assert.equal(say({ ...press, down: false }).pass, true);
    assert.equal(say({ ...press, down: false }).pass, false);
  });

  it('remembers no more keys as held than keyboards have', () => {
    const gate = createInputGate();
    let passed = 0;
    for (let count = 0; count < 1000; count += 1) {
      const message = { type: 'key', code: `Key${count}`, key: 'a', down: true };
      if (gate.judge(JSON.stringify(message), { devices: 'both' }, count * 10).pass) passed += 1;
    }
    assert.equal(passed, 256);
  });

  it('holds back a flood, but never the release of a key that is held', () => {
    const gate = createInputGate();
    assert.equal(gate.judge(JSON.stringify(keyDown), { devices: 'both' }, 0).pass, true);
    const raw = JSON.stringify(move);
    let passed = 0;
    for (let count = 0; count < 10_000; count += 1) if (gate.judge(raw, { devices: 'both' }, 0).pass) passed += 1;
    assert.ok(passed < 1000, `${passed} passed at one moment`);
    assert.equal(gate.judge(JSON.stringify({ ...keyDown, down: false }), { devices: 'both' }, 0).pass, true);
    assert.equal(gate.judge(raw, { devices: 'both' }, 1000).pass, true);
  });
});
