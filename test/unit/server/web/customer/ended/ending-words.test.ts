import assert from 'node:assert/strict';
import { endingWords } from '../../../../../../server/web/customer/ended/ending-words.ts';
import type { Ending } from '../../../../../../shared/contract/ending.ts';
import { START } from '../a-log.ts';

const at = START;
const said = (ending: Ending) => {
  const { title, text } = endingWords(ending);
  return `${title} ${text}`;
};

describe('What is said of what ended without its customer', () => {
  it('is why, and what can be done now', () => {
    assert.match(
      said({ what: 'request', at, why: 'page-closed', form: null }),
      /lost your place in line, because this page was closed.* Ask again to get in line\.$/,
    );
    assert.match(said({ what: 'invitation', at }), /does not hold any more\. .*Make another one/);
    assert.match(said({ what: 'direct', at, why: 'passed', rep: 'Ana Petrescu' }), /^Ana cannot help now\. Ask in the/);
    assert.match(said({ what: 'direct', at, why: 'expired', rep: 'Ana Petrescu' }), /^Ana has not answered\./);
    assert.match(said({ what: 'knock', at }), /^You were not let in\. .*another code\.$/);
  });

  it('names the time of a call where one was wished', () => {
    assert.match(
      said({ what: 'reservation', at, why: 'expired', wishedAt: START }),
      /^The call that you reserved for .* at \d\d:\d\d did not come\. Nobody could call you in time/,
    );
    assert.match(
      said({ what: 'reservation', at, why: 'closed', wishedAt: null }),
      /^The call that you reserved did not come\. Nobody answers there any more/,
    );
  });
});
