import assert from 'node:assert/strict';
import { attachment } from '../../../../server/edge/as-download.ts';

describe('How a file leaves the server', () => {
  it('names it in plain letters and as it is, and lets nothing out of its quotes [H-58]', () => {
    assert.equal(attachment('a.txt'), `attachment; filename="a.txt"; filename*=UTF-8''a.txt`);
    assert.equal(
      attachment("Prüfung 1 (Ana's).pdf"),
      `attachment; filename="Pr_fung 1 (Ana_s).pdf"; filename*=UTF-8''Pr%C3%BCfung%201%20%28Ana%27s%29.pdf`,
    );
    const hostile = attachment('a"\r\nSet-Cookie:x.txt');
    assert.equal(hostile, `attachment; filename="a___Set-Cookie_x.txt"; filename*=UTF-8''a%22%0D%0ASet-Cookie%3Ax.txt`);
    assert.doesNotThrow(() => attachment('\uD800'));
  });
});
