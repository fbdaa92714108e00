import assert from 'node:assert/strict';
import { createPageNews } from '../../../../server/queue/page-news.ts';

describe('News for all open pages', () => {
  const aScene = () => {
    const sent: string[] = [];
    const rests: (() => void)[] = [];
    const news = createPageNews(
      (value: string) => sent.push(value),
      (then) => rests.push(then),
    );
    return { sent, news, restIsOver: () => rests.shift()?.() };
  };

  it('come at once, and in a rush only the latest after a rest', () => {
    const { sent, news, restIsOver } = aScene();
    for (const value of ['available', 'busy', 'available', 'offline']) news.tell(value);
    assert.deepEqual(sent, ['available']);
    restIsOver();
    assert.deepEqual(sent, ['available', 'offline']);
    restIsOver();
    news.tell('busy');
    assert.deepEqual(sent, ['available', 'offline', 'busy']);
  });

  it('do not come when nothing is new', () => {
    const { sent, news, restIsOver } = aScene();
    news.tell('available');
    news.tell('busy');
    news.tell('available');
    restIsOver();
    news.tell('available');
    assert.deepEqual(sent, ['available']);
  });
});
