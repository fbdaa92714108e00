import { deepEqual, equal } from 'node:assert/strict';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { draw, type } from './dom.ts';
import type { Drawn } from './dom.ts';

const { CodeInput } = await import('../../../../shared/ui/code-input.tsx');

describe('code input', () => {
  let completed: string[];
  let drawn: Drawn<object>;

  function Page() {
    const [value, setValue] = useState('');
    return h(CodeInput, { label: 'Code', value, onValue: setValue, onComplete: (digits) => completed.push(digits) });
  }

  const input = () => drawn.find('input');
  const places = () => [...drawn.box.querySelectorAll('.rh-code-place')].map((place) => place.textContent);

  beforeEach(async () => {
    completed = [];
    drawn = await draw(Page, {});
  });

  afterEach(() => drawn.remove());

  it('is one input, so that readers and password managers meet one field', () => {
    equal(drawn.box.querySelectorAll('input').length, 1);
  });

  it('takes a code pasted with a blank in the middle', async () => {
    await type(input(), ' 482 913\n');
    deepEqual(places(), ['4', '8', '2', '9', '1', '3']);
    deepEqual(completed, ['482913']);
  });

  it('takes the full-width digits of an input method', async () => {
    await type(input(), '４８２９１３');
    deepEqual(completed, ['482913']);
  });

  it('drops a letter without disturbing the digits', async () => {
    await type(input(), '48');
    await type(input(), '48x');
    deepEqual(places().slice(0, 3), ['4', '8', '']);
    equal('value' in input() ? Reflect.get(input(), 'value') : undefined, '48');
  });

  it('says once that the code is complete', async () => {
    await type(input(), '482913');
    await type(input(), '4829137');
    deepEqual(completed, ['482913']);
  });
});
