import assert from 'node:assert/strict';
import { createShellTranscript } from '../../../../shared/contract/shell-transcript.ts';

/** What is said of a recording that shows these texts one after the other. */
function transcriptOf(...shown: string[]): string {
  const transcript = createShellTranscript('[whole screen]');
  transcript.take('{"version":2,"width":80,"height":24}\n');
  for (const text of shown) transcript.take(`${JSON.stringify([1.5, 'o', text])}\n`);
  return transcript.read();
}

describe('The transcript of a recorded command line', () => {
  it('has the words without the orders for the terminal [S2-59]', () => {
    assert.equal(
      transcriptOf(
        '\u001b[?2004h\u001b]0;marta@office: ~\u0007\u001b[01;32mmarta@office\u001b[00m:~$ ',
        'ls\r\n',
        '\u001b[34mbilder\u001b[0m\r\n',
      ),
      'marta@office:~$ ls\nbilder\n',
    );
  });

  it('carries out what changes a line: backspace, carriage return, erasing, inserting', () => {
    assert.equal(transcriptOf('lsx\b\u001b[K -l\r\n'), 'ls -l\n');
    assert.equal(transcriptOf('10 %\r50 %\r100 %\r\n'), '100 %\n');
    assert.equal(transcriptOf('ac\u001b[D\u001b[@b\r\n'), 'abc\n');
    assert.equal(transcriptOf('abXc\u001b[2D\u001b[P\r\n'), 'abc\n');
    assert.equal(transcriptOf('a\tb\r\n'), 'a       b\n');
  });

  it('says where a program had the whole screen, and leaves out what that drew', () => {
    assert.equal(
      transcriptOf('vi a\r\n', '\u001b[?1049h\u001b[2J~\r\n~\r\n', '\u001b[?1049l', 'done\r\n'),
      'vi a\n[whole screen]\ndone\n',
    );
  });

  it('puts orders together that were cut in two, and gives up on those that never end', () => {
    assert.equal(transcriptOf('a\u001b[', '31mb\u001b]0;ti', 'tle\u0007c'), 'abc');
    assert.match(transcriptOf(`\u001b]${'x'.repeat(20_000)}`, 'after'), /after$/);
  });

  it('survives lines that are no events, and numbers that no terminal has', () => {
    const transcript = createShellTranscript('[whole screen]');
    transcript.take('{"version":2}\nnonsense\n[1,"i","typed"]\n[null,"o","x"]\n[2,"o",5]\n\n[3,"o","said"]\n');
    assert.equal(transcript.read(), 'said', 'what was typed is not in it');
    assert.equal(transcriptOf('\u001b[999999999Ca\u001b[999999999@\u001b[0Pb').includes('b'), true);
  });
});
