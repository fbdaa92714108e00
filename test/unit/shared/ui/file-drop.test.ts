import assert from 'node:assert/strict';
import { h } from 'preact';
import { draw, fire } from './dom.ts';

const { Composer } = await import('../../../../shared/ui/composer.tsx');
const { FileDrop } = await import('../../../../shared/ui/file-drop.tsx');
const { TextArea } = await import('../../../../shared/ui/text-area.tsx');

const picture = new File(['png'], 'picture.png');
const clipboard = (...types: readonly string[]) => ({ clipboardData: { types, files: [picture], getData: () => '' } });

describe('A picture that is pasted', () => {
  /** A composer with a note for reps beside it; `pastes` says whether the chat takes what is pasted. */
  async function aPage({ pastes = true } = {}) {
    const taken: string[] = [];
    const tools = h(FileDrop, { pastes, onFiles: (files) => taken.push(...files.map(({ name }) => name)) });
    const Page = () =>
      h('main', {}, [
        h(Composer, { label: 'Reply', value: '', onValue() {}, onSend() {}, tools }),
        h(TextArea, { label: 'Note', value: '', onValue() {} }),
      ]);
    const drawn = await draw(Page, {});
    return { drawn, taken, paste: (on: EventTarget, carries = clipboard('Files')) => fire(on, 'paste', carries) };
  }

  it('goes into the chat from its composer, and where nothing is typed into', async () => {
    const { drawn, taken, paste } = await aPage();
    await paste(drawn.find('.rh-composer-text'));
    await paste(document.body);
    assert.deepEqual(taken, ['picture.png', 'picture.png']);
    await drawn.remove();
  });

  it('stays out of it from any other field, behind a dialog, and as the picture of a text', async () => {
    const { drawn, taken, paste } = await aPage();
    await paste(drawn.find('.rh-input'));
    await paste(drawn.find('.rh-composer-text'), clipboard('text/plain', 'Files'));
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    await paste(dialog);
    dialog.remove();
    assert.deepEqual(taken, []);
    await drawn.remove();
  });

  it('is not taken at all where only dropped files are', async () => {
    const { drawn, taken, paste } = await aPage({ pastes: false });
    await paste(document.body);
    assert.deepEqual(taken, []);
    await fire(document.body, 'drop', { dataTransfer: { types: ['Files'], files: [picture] } });
    assert.deepEqual(taken, ['picture.png']);
    await drawn.remove();
  });
});
