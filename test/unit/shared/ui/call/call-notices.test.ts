import assert from 'node:assert/strict';
import { signal } from '@preact/signals';
import type { CallModel } from '../../../../../shared/ui/call/call-model.ts';
import type { OwnDevice } from '../../../../../shared/ui/call/own-devices.ts';
import { callTextsEn } from '../../../../../shared/ui/call/call-texts-en.ts';
import { draw, press } from '../dom.ts';

const { CallNotices } = await import('../../../../../shared/ui/call/call-notices.tsx');
const { LevelMeter } = await import('../../../../../shared/ui/call/level-meter.tsx');

const on: OwnDevice = {
  at: 'on',
  device: { id: 'desk', label: 'Desk microphone' },
  trouble: undefined,
  replaced: false,
};
const off: OwnDevice = { at: 'off', device: undefined, trouble: undefined, replaced: false };

async function notices(some: {
  microphone?: OwnDevice;
  camera?: OwnDevice;
  other?: { microphone: 'on' | 'muted' | 'none'; camera: 'off' };
}) {
  const opened: string[] = [];
  const model = {
    link: signal('live'),
    microphone: signal(some.microphone ?? on),
    camera: signal(some.camera ?? off),
    other: signal(some.other),
    open: (kind: string) => opened.push(kind),
  } as unknown as CallModel;
  return { opened, ...(await draw(CallNotices, { model, name: 'Ines' })) };
}

describe('What keeps somebody from being heard in a call', () => {
  it('is nothing when all is well', async () => {
    const { box, remove } = await notices({ other: { microphone: 'on', camera: 'off' } });
    assert.equal(box.textContent, '');
    await remove();
  });

  it('is told with what to do, and tried again [S0-76]', async () => {
    const { box, button, opened, remove } = await notices({ microphone: { ...off, trouble: 'blocked' } });
    assert.match(
      box.textContent,
      /Your browser blocks the microphone\. Click the lock beside the address, choose Allow, then try again\./,
    );
    await press(button('Try again'));
    assert.deepEqual(opened, ['microphone']);
    await remove();
  });

  it('has a sentence of its own for each reason, for both devices, which says what to do', () => {
    for (const sentences of Object.values(callTextsEn.trouble)) {
      const all = Object.values(sentences);
      assert.equal(new Set(all).size, all.length);
      for (const sentence of Object.values({ ...sentences, insecure: 'try again' }))
        assert.match(sentence, /try again/);
    }
  });

  it('is nothing to try again on a page that came without encryption', async () => {
    const { box, remove } = await notices({ microphone: { ...off, trouble: 'insecure' } });
    assert.match(box.textContent, /without encryption \(http\)/);
    assert.equal(box.querySelector('button'), null);
    await remove();
  });

  it('names the microphone that took the place of one that was unplugged', async () => {
    const { box, remove } = await notices({ microphone: { ...on, replaced: true } });
    assert.match(box.textContent, /You speak into Desk microphone now/);
    await remove();
  });

  it('is told of the other one, too', async () => {
    const { box, remove } = await notices({ other: { microphone: 'none', camera: 'off' } });
    assert.match(box.textContent, /Ines has no microphone here/);
    await remove();
  });
});

describe('How loud somebody is, drawn', () => {
  it('is bars, and a word for readers', async () => {
    const { find, box, remove } = await draw(LevelMeter, {
      label: 'Sound from Ines',
      name: 'Ines',
      level: 0.5,
      word: 'heard',
    });
    const meter = find('[role="meter"]');
    assert.equal(meter.getAttribute('aria-label'), 'Sound from Ines');
    assert.equal(meter.getAttribute('aria-valuetext'), 'heard');
    assert.equal(box.querySelectorAll('[data-lit="true"]').length, 3);
    await remove();
  });
});
