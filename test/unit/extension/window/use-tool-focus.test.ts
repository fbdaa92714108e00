import assert from 'node:assert/strict';
import { h } from 'preact';
import type { ToolScope } from '../../../../shared/contract/consent.ts';
import { draw, lastFocused } from '../../shared/ui/dom.ts';

const { useToolFocus } = await import('../../../../extension/window/use-tool-focus.ts');

describe('The focus in the viewer window', () => {
  // linkedom knows neither who has the focus nor what is in sight.
  before(() => {
    const get = () => {
      const at = lastFocused();
      return at instanceof HTMLElement && at.isConnected ? at : document.body;
    };
    Object.defineProperty(document, 'activeElement', { get, configurable: true });
    Object.assign(HTMLElement.prototype, { checkVisibility: () => true });
  });
  after(() => {
    Reflect.deleteProperty(document, 'activeElement');
    Reflect.deleteProperty(HTMLElement.prototype, 'checkVisibility');
  });

  /** The picture with its field for keys, the chat beside it, and what of the tools lies over it. */
  async function aWindow() {
    const Stage = ({ tool }: { tool: ToolScope | null }) => {
      const box = useToolFocus(tool);
      return h('main', {}, [
        h('div', { class: 'ext-window-picture' }, h('textarea', { name: 'keys' })),
        tool !== null && h('div', { ref: box }, h('h2', {}, tool)),
        h('textarea', { name: 'chat' }),
      ]);
    };
    const drawn = await draw<{ tool: ToolScope | null }>(Stage, { tool: null });
    return { drawn, field: (name: string) => drawn.find(`[name="${name}"]`) };
  }

  it('goes from the picture to the tool that comes over it, and back', async () => {
    const { drawn, field } = await aWindow();
    field('keys').focus();
    await drawn.redraw({ tool: 'system-information' });
    assert.equal(document.activeElement, drawn.find('h2'));
    assert.equal(drawn.find('h2').getAttribute('tabindex'), '-1');
    await drawn.redraw({ tool: null });
    assert.equal(document.activeElement, field('keys'));
    await drawn.remove();
  });

  it('stays with whoever writes in the chat, when a tool comes and when it goes', async () => {
    const { drawn, field } = await aWindow();
    field('chat').focus();
    await drawn.redraw({ tool: 'system-information' });
    assert.equal(document.activeElement, field('chat'));
    await drawn.redraw({ tool: null });
    field('keys').focus();
    await drawn.redraw({ tool: 'system-information' });
    field('chat').focus();
    await drawn.redraw({ tool: null });
    assert.equal(document.activeElement, field('chat'));
    await drawn.remove();
  });
});
