import { deepEqual, equal } from 'node:assert/strict';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { draw, fire, press, pressKey, type } from './dom.ts';
import type { Drawn } from './dom.ts';

const { Combobox } = await import('../../../../shared/ui/combobox.tsx');

const choices = [
  { value: 'printer', label: 'Printer' },
  { value: 'jam', label: 'Printer › Paper jam' },
  { value: 'password', label: 'Password' },
];

describe('combobox', () => {
  let drawn: Drawn<object>;
  let picks: (string | null)[];

  const take = (show: (value: string | null) => void) => (value: string | null) => {
    picks.push(value);
    show(value);
  };

  function Page() {
    const [value, setValue] = useState<string | null>('printer');
    return h(Combobox, {
      ...{ label: 'Incident', choices, value, onValue: take(setValue) },
      valueLabel: choices.find((choice) => choice.value === value)?.label ?? '',
      ...{ placeholder: 'Type to search', nothingFits: 'No incident fits', clear: 'No incident' },
    });
  }

  const input = () => drawn.find('input');
  const shown = () => [...drawn.box.querySelectorAll('[role="option"]')].map((option) => option.textContent);
  const meant = () => drawn.box.querySelector('[aria-selected="true"]')?.textContent;

  beforeEach(async () => {
    picks = [];
    drawn = await draw(Page, {});
  });
  afterEach(() => drawn.remove());

  it('leaves keys to an input method that is composing', async () => {
    await type(input(), 'pa');
    await pressKey('Enter', input(), { isComposing: true });
    // As Safari tells of it, after the composition has ended.
    await pressKey('Enter', input(), { keyCode: 229 });
    deepEqual(picks, []);
    await pressKey('Enter', input());
    equal(picks.length, 1);
  });

  it('opens at what is chosen, and moves by the arrows', async () => {
    equal(input().getAttribute('aria-expanded'), 'false');
    await pressKey('ArrowDown', input());
    equal(input().getAttribute('aria-expanded'), 'true');
    deepEqual([shown().length, meant()], [3, 'Printer']);
    await pressKey('ArrowUp', input());
    equal(meant(), 'Password');
    equal(input().getAttribute('aria-activedescendant'), drawn.find('[aria-selected="true"]').id);
  });

  it('finds by the beginnings of words, in any order, and takes with Enter', async () => {
    await type(input(), 'pap prin');
    deepEqual(shown(), ['Printer › Paper jam']);
    await pressKey('Enter', input());
    deepEqual(picks, ['jam']);
    equal(input().getAttribute('aria-expanded'), 'false');
  });

  it('says when nothing fits, takes nothing then, and leaves what was there on Esc', async () => {
    await type(input(), 'zebra');
    deepEqual(shown(), ['No incident fits']);
    await pressKey('Enter', input());
    deepEqual(picks, []);
    await type(input(), 'pass');
    await pressKey('Escape', input());
    deepEqual(picks, []);
    equal(Reflect.get(input(), 'value'), 'Printer');
  });

  it('takes what is pressed, and shuts when the field is left', async () => {
    await fire(input(), 'click');
    await fire(drawn.find('[role="option"]:nth-child(3)'), 'pointerdown');
    deepEqual(picks, ['password']);
    await fire(input(), 'click');
    await fire(input(), 'blur');
    equal(drawn.box.querySelectorAll('[role="option"]').length, 0);
  });

  it('can choose nothing', async () => {
    await press(drawn.find('[aria-label="No incident"]'));
    deepEqual(picks, [null]);
    equal(drawn.box.querySelector('[aria-label="No incident"]'), null);
  });
});
