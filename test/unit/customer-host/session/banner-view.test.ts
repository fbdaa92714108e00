import assert from 'node:assert/strict';
import { bannerView } from '../../../../customer-host/texts/banner-en.ts';

const helper = { name: 'Ines Halvorsen', firstName: 'Ines', organisation: 'Ostervale City Services' };

describe('the words of the banner', () => {
  it('name only the hands that were lent', () => {
    const words = (lent: 'both' | 'pointer') => bannerView(helper, 'controlling', 60, false, lent).sentence.at(-1);
    assert.equal(words('both'), ' uses your mouse and keyboard');
    assert.equal(words('pointer'), ' uses your mouse');
  });
});

describe('the name on the banner', () => {
  const sentence = (...view: Parameters<typeof bannerView>) =>
    [bannerView(...view).sentence]
      .flat()
      .map((part) => (typeof part === 'string' ? part : part.strong))
      .join('')
      .replaceAll(/[\u2066-\u2069]/g, '');

  it('is of everybody who sees the screen, and of the one whose hands are let through', () => {
    const company = { others: ['Bo Lind'], hands: 'Bo Lind' };
    assert.equal(sentence(helper, 'seeing', 60, false, 'both', company), 'Ines Halvorsen and Bo Lind see your screen');
    const more = { others: ['Bo Lind', 'Cy'], hands: undefined };
    assert.equal(sentence(helper, 'seeing', 60, false, 'both', more), 'Ines Halvorsen and 2 more see your screen');
    const hands = sentence(helper, 'controlling', 60, false, 'both', company);
    assert.equal(hands, 'Bo Lind uses your mouse and keyboard');
  });
});

describe('the buttons of the banner', () => {
  const labels = (...view: Parameters<typeof bannerView>) => bannerView(...view).buttons.map(({ label }) => label);

  it('end the session while nobody looks, and stop the looking while somebody does', () => {
    assert.deepEqual(labels(helper, 'connecting'), ['End', 'This feels wrong']);
    assert.deepEqual(labels(helper, 'seeing'), ['Stop', 'This feels wrong']);
  });

  it('keep Pause in its place while only the hand pauses, and offer Give back after it was pressed', () => {
    const controlling = labels(helper, 'controlling', 60);
    assert.deepEqual(labels(helper, 'paused', 60, true), controlling);
    assert.deepEqual(labels(helper, 'paused', 60), ['Give back', 'Stop', 'This feels wrong']);
  });
});
