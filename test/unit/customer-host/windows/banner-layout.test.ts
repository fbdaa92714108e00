import assert from 'node:assert/strict';
import { bannerView } from '../../../../customer-host/texts/banner-en.ts';
import { countdownText, layoutBanner } from '../../../../customer-host/windows/banner-layout.ts';
import type { MeasureText } from '../../../../customer-host/windows/drawing.ts';

const eightPixelsALetter: MeasureText = (text) => Array.from(text).length * 8;

describe('the layout of the banner', () => {
  it('reads the time that is left like a clock', () => {
    assert.deepEqual([872, 9, 0.2, 0, -5, 3723].map(countdownText), [
      '14:32',
      '0:09',
      '0:01',
      '0:00',
      '0:00',
      '1:02:03',
    ]);
  });

  it('cuts a long name in the middle and keeps what is done, the time and every button', () => {
    const helper = {
      name: 'Maria Antonia de los Angeles Petrescu-Halvorsen',
      firstName: 'Maria',
      organisation: 'City',
    };
    const { steps, buttons } = layoutBanner(bannerView(helper, 'controlling', 872), 720, 872, eightPixelsALetter);
    const texts = steps.flatMap((step) => (step.kind === 'text' ? [step] : []));
    const shown = texts.map((step) => step.text);
    assert.ok(shown.includes(' uses your mouse and keyboard'));
    assert.ok(shown.includes('14:32'));
    assert.match(shown[0] ?? '', /^M.*….*$/);
    assert.deepEqual(
      buttons.map((button) => button.action),
      ['pause', 'stop', 'feelsWrong'],
    );
    const clock = texts.find((step) => step.text === '14:32');
    const sentenceEnd = Math.max(
      ...texts.slice(0, 2).map((step) => step.x + eightPixelsALetter(step.text, step.style)),
    );
    assert.ok(clock !== undefined && sentenceEnd <= clock.x);
  });

  it('offers Stop and "This feels wrong" in every state', () => {
    const helper = { name: 'Ines', firstName: 'Ines', organisation: 'City' };
    for (const state of ['seeing', 'controlling', 'paused', 'connecting'] as const) {
      const { buttons } = layoutBanner(bannerView(helper, state), 720, undefined, eightPixelsALetter);
      assert.deepEqual(
        buttons.slice(-2).map((button) => button.action),
        ['stop', 'feelsWrong'],
      );
    }
  });
});
