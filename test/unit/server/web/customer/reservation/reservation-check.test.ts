import assert from 'node:assert/strict';
import { emptyDraft } from '../../../../../../server/web/customer/request/request-check.ts';
import { undrawnFaults } from '../../../../../../server/web/customer/request/undrawn-faults.ts';
import { checkReservation } from '../../../../../../server/web/customer/reservation/reservation-check.ts';

const filled = {
  ...emptyDraft,
  channel: 'p'.repeat(22),
  name: 'Marta',
  phone: '+1 555 0142',
  reason: 'Nothing prints',
};

describe('A call that a customer reserves', () => {
  it('is taken whatever was chosen before as support incident, “Something else” too', () => {
    for (const incident of ['other', 'i'.repeat(22), null]) {
      const checked = checkReservation({ ...filled, incident }, null);
      assert.ok(checked.ok, `with ${incident}`);
      assert.equal('incident' in checked.form, false);
    }
  });

  it('needs a number, and a time where one is wished', () => {
    const checked = checkReservation({ ...filled, phone: '' }, undefined);
    assert.ok(!checked.ok);
    assert.deepEqual(Object.keys(checked.faults).toSorted(), ['phone', 'wish']);
  });
});

describe('What keeps a form from being sent', () => {
  const faults = { name: 'Write your name.', incident: 'Choose another one.', channel: 'Choose a channel.' };

  it('is said beside the button where no field on the page says it', () => {
    assert.deepEqual(undrawnFaults(faults), ['Choose another one.', 'Choose a channel.']);
    assert.deepEqual(undrawnFaults(faults, ['incident']), ['Choose a channel.']);
  });
});
