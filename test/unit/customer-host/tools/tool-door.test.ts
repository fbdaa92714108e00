import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createToolDoor } from '../../../../customer-host/tools/tool-door.ts';
import type { ToolChannel } from '../../../../customer-host/tools/tool-door.ts';
import type { Tools } from '../../../../customer-host/tools/tool.ts';
import { ToolScope } from '../../../../shared/contract/consent.ts';
import { contract, operation } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { answerChannelCalls, callOverChannel } from '../../../../shared/link/channel-calls.ts';

const doubling = contract(
  { double: operation(v.strictObject({ n: v.number() }), v.strictObject({ n: v.number() })) },
  v.strictObject({ type: v.literal('said'), word: v.string() }),
);

/** A viewer before the door, with one tool behind it that doubles numbers. */
function aDoor({ tools }: { tools?: Tools } = {}) {
  const listeners = new Map<ToolScope, (event: { data: unknown }) => void>();
  const channel = (tool: ToolScope): ToolChannel => ({
    bufferedAmount: 0,
    addEventListener: (_type, listener) => void listeners.set(tool, listener),
  });
  const channels = {
    files: channel('files'),
    shell: channel('shell'),
    'system-information': channel('system-information'),
    actions: channel('actions'),
  };
  const granted = new Set<ToolScope>();
  const happened: string[] = [];
  const events: unknown[] = [];
  const client = callOverChannel(doubling, {
    send: (text) => listeners.get('shell')?.({ data: text }),
    onEvent: (event) => events.push(event),
  });
  const doubler: Tools = {
    shell({ send }) {
      happened.push('opened');
      const answers = answerChannelCalls(
        doubling,
        { double: ({ n }) => ({ n: n * 2 }) },
        { send, onFault: (error) => assert.fail(String(error)) },
      );
      answers.tell({ type: 'said', word: 'hello' });
      return {
        take: (message) => typeof message === 'string' && answers.take(message),
        stop: () => happened.push('stopped'),
      };
    },
  };
  const door = createToolDoor({
    channels,
    tools: tools ?? doubler,
    send: (_tool, message) => typeof message === 'string' && client.take(message),
    mayUse: (tool) => granted.has(tool),
    report: () => Promise.resolve(true),
    onFlood: () => happened.push('flood'),
    now: () => 0,
  });
  const raw = (tool: ToolScope, data: unknown) => listeners.get(tool)?.({ data });
  return { door, granted, happened, events, client, raw };
}

const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('The door before the tools of a customer’s computer', () => {
  it('lets calls through while the tool is granted, and ends the tool with its consent', async () => {
    const { door, granted, happened, events, client } = aDoor();
    await assert.rejects(client.call('double', { n: 2 }), refused('not-allowed'));
    assert.deepEqual(happened, [], 'not even opened');
    granted.add('shell');
    assert.deepEqual(await client.call('double', { n: 2 }), { n: 4 });
    assert.deepEqual(await client.call('double', { n: 3 }), { n: 6 });
    assert.deepEqual(events, [{ type: 'said', word: 'hello' }]);
    granted.delete('shell');
    door.look();
    assert.deepEqual(happened, ['opened', 'stopped']);
    await assert.rejects(client.call('double', { n: 2 }), refused('not-allowed'));
    granted.add('shell');
    assert.deepEqual(await client.call('double', { n: 5 }), { n: 10 }, 'granted anew');
    door.close();
    assert.deepEqual(happened, ['opened', 'stopped', 'opened', 'stopped']);
  });

  it('says so where the system has no such tool', async () => {
    const { granted, client } = aDoor({ tools: {} });
    granted.add('shell');
    await assert.rejects(client.call('double', { n: 2 }), /no such tool/);
  });

  it('answers with a refusal what is too long to be sent, so that nobody waits for it', async () => {
    const words = contract({ say: operation(v.strictObject({ times: v.number() }), v.string()) }, v.never());
    const client = callOverChannel(words, { send: (text) => void answers.take(text), onEvent: () => undefined });
    const answers = answerChannelCalls(
      words,
      { say: ({ times }) => 'é'.repeat(times) },
      { send: (text) => client.take(text), onFault: (error) => assert.fail(String(error)) },
    );
    assert.equal((await client.call('say', { times: 99_000 })).length, 99_000);
    await assert.rejects(client.call('say', { times: 101_000 }), refused('too-large'));
  });

  it('survives ten thousand messages of every kind, and cuts off whoever floods it [H-53] [H-54]', () => {
    const { door, granted, happened, raw } = aDoor();
    for (const tool of ToolScope.options) granted.add(tool);
    const odd: unknown[] = [
      '',
      'null',
      '{"type":"call","id":-1,"call":{}}',
      '{"type":"call","id":1,"call":{"operation":"__proto__","params":{}}}',
      '['.repeat(5000),
      'x'.repeat(300_000),
      new ArrayBuffer(0),
      new ArrayBuffer(300_000),
      42,
      undefined,
      new Blob(['x']),
    ];
    for (let sent = 0; sent < 10_000; sent += 1) raw(ToolScope.options[sent % 4] ?? 'files', odd[sent % odd.length]);
    assert.ok(door.refused > 0);
    assert.ok(happened.includes('flood'));
    door.close();
    const before = happened.length;
    raw('shell', '{"type":"call","id":1,"call":{"operation":"double","params":{"n":1}}}');
    assert.equal(happened.length, before, 'nothing is heard after the end');
  });
});
