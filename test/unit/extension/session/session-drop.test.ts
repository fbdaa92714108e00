import assert from 'node:assert/strict';
import { h } from 'preact';
import { draw, fire } from '../../shared/ui/dom.ts';
import { aView } from '../a-view.ts';
import { aHead } from '../builders.ts';

const { createDrafts } = await import('../../../../extension/session/drafts.ts');
const { SessionDrop } = await import('../../../../extension/session/session-drop.tsx');

describe('A session whose chat is out of sight', () => {
  it('takes what is dropped, and never what is pasted: a picture for a note of the reps stays theirs', async () => {
    const { view, around, clock } = aView();
    const added: string[] = [];
    const queue = {
      ...view.files.queue,
      add: (_: unknown, files: readonly File[]) => added.push(files[0]?.name ?? ''),
    };
    Object.assign(view, { files: { ...view.files, queue } });
    const drafts = createDrafts({ kept: view.drafts, tellTyping() {}, now: clock.now, after: clock.after });
    const Page = () =>
      around(h('div', {}, [h('textarea', {}), h(SessionDrop, { head: aHead(), drafts, onTaken() {} })]));
    const drawn = await draw(Page, {});
    const files = [new File(['png'], 'picture.png')];
    for (const place of [drawn.find('textarea'), document.body])
      await fire(place, 'paste', { clipboardData: { types: ['Files'], files } });
    assert.deepEqual(added, []);
    await fire(document.body, 'drop', { dataTransfer: { types: ['Files'], files } });
    assert.deepEqual(added, ['picture.png']);
    await drawn.remove();
  });
});
