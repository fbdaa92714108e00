import assert from 'node:assert/strict';
import { endOf, plainText } from '../../../../../customer-host/tools/actions/plain-text.ts';
import {
  MOST_OUTPUT_CHARACTERS,
  createScriptOutput,
} from '../../../../../customer-host/tools/actions/script-output.ts';
import { LONGEST_OUTPUT_PIECE } from '../../../../../shared/contract/host-actions.ts';
import { paragraph } from '../../../../../shared/contract/text.ts';
import * as v from 'valibot';

describe('What a script writes', () => {
  it('loses colours, movements, titles and other orders to a terminal, and keeps its lines', () => {
    const written = '\u001b[31mred\u001b[0m\r\n\u001b]0;title\u0007\ttabbed\u0000\u0007\n\u202egnp.exe';
    assert.equal(plainText(written), 'red\n\ttabbed\ngnp.exe');
  });

  it('keeps its last characters for the log, from the beginning of a line', () => {
    assert.equal(endOf('first\nsecond\nthird', 10), 'third');
    assert.equal(endOf('short', 10), 'short');
    assert.equal(endOf('x'.repeat(20), 10), 'x'.repeat(10), 'one line that is too long');
  });

  it('is passed on in pieces that fit, with characters that came in two parts, and its end is what the log takes', () => {
    const pieces: string[] = [];
    const output = createScriptOutput((text) => pieces.push(text));
    const [out, err] = [output.stream(), output.stream()];
    const euro = Buffer.from('€');
    out(euro.subarray(0, 1));
    err(Buffer.from('!'));
    out(euro.subarray(1));
    out(Buffer.from('y'.repeat(3 * LONGEST_OUTPUT_PIECE)));
    output.finish();
    assert.equal(pieces.join(''), `!€${'y'.repeat(3 * LONGEST_OUTPUT_PIECE)}`);
    assert.ok(pieces.every((piece) => piece.length <= LONGEST_OUTPUT_PIECE));
    assert.equal(output.end.length, 4000);
    assert.ok(v.is(paragraph(4000), output.end));
    out(Buffer.from('too late'));
    assert.ok(!output.end.includes('late'));
  });

  it('stops being passed on when nobody could read so much, and says so; its end is still kept', () => {
    const pieces: string[] = [];
    const output = createScriptOutput((text) => pieces.push(text));
    const out = output.stream();
    for (let sent = 0; sent < MOST_OUTPUT_CHARACTERS + 50_000; sent += 10_000) out(Buffer.from('z'.repeat(10_000)));
    out(Buffer.from('\nthe end'));
    output.finish();
    assert.ok(pieces.join('').length <= MOST_OUTPUT_CHARACTERS + 100);
    assert.match(pieces.join(''), /More was written than is shown here/);
    assert.match(output.end, /the end$/);
  });
});
