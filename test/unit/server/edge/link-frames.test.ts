import assert from 'node:assert/strict';
import { readFrame } from '../../../../server/edge/link-frames.ts';

const call = '42/rep,7["call",{"operation":"snapshot.get","params":{}}]';

describe('frames on a link', () => {
  it('begin with one greeting to an audience that exists', () => {
    assert.deepEqual(readFrame('40/rep,{"protocol":1}', undefined), { is: 'greeting', audience: 'rep' });
    assert.equal(readFrame('40/rep,{"protocol":1}', 'rep').is, 'foreign');
    assert.equal(readFrame('40/__proto__,{}', undefined).is, 'foreign');
    assert.equal(readFrame(`40/rep,{"token":"${'x'.repeat(4096)}"}`, undefined).is, 'foreign');
    assert.equal(readFrame(call, undefined).is, 'foreign');
  });

  it('are then calls to the same audience, heartbeats, and a farewell', () => {
    assert.equal(readFrame(call, 'rep').is, 'call');
    assert.equal(readFrame(call, 'customer').is, 'foreign');
    assert.equal(readFrame('3', 'rep').is, 'heartbeat');
    assert.equal(readFrame('41/rep,', 'rep').is, 'farewell');
  });

  it('are nothing else', () => {
    const foreign = [
      '',
      '2probe',
      '42/rep,["call",{}]',
      '42/rep,1["__proto__",{}]',
      '42/rep,1[{"a":1},{}]',
      '42/rep,1["call",[]]',
      '451-/rep,1["call",{"_placeholder":true,"num":0}]',
      '43/rep,1[{}]',
      `42/rep,1["${'x'.repeat(1_000_000)}"]`,
    ];
    for (const frame of foreign) assert.equal(readFrame(frame, 'rep').is, 'foreign', frame.slice(0, 40));
  });
});
