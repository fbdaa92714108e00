import { equal } from 'node:assert/strict';
import { neighbourByArrow } from '../../../../shared/ui/arrow-keys.ts';

const tabs = ['chat', 'screen', 'tools'];
const key = (name: string, altKey = false) => ({ key: name, altKey, ctrlKey: false, metaKey: false });

describe('arrow keys', () => {
  it('go to the next one and round at the end', () => {
    equal(neighbourByArrow(tabs, 'chat', key('ArrowRight'), 'row'), 'screen');
    equal(neighbourByArrow(tabs, 'tools', key('ArrowRight'), 'row'), 'chat');
    equal(neighbourByArrow(tabs, 'chat', key('ArrowLeft'), 'row'), 'tools');
  });

  it('go to the ends with Home and End', () => {
    equal(neighbourByArrow(tabs, 'screen', key('Home'), 'row'), 'chat');
    equal(neighbourByArrow(tabs, 'screen', key('End'), 'column'), 'tools');
  });

  it('leave the other direction and shortcuts alone', () => {
    equal(neighbourByArrow(tabs, 'chat', key('ArrowDown'), 'row'), undefined);
    equal(neighbourByArrow(tabs, 'chat', key('ArrowRight', true), 'row'), undefined);
    equal(neighbourByArrow([], 'chat', key('ArrowRight'), 'row'), undefined);
  });
});
