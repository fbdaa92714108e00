/** Files and pictures that wait in a page, when the session, or whoever chose them, goes. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { tellFiles } from '../../../../extension/view/tell-files.ts';
import { accountId, aDesk, anOpenSession, session } from '../builders.ts';
import { aView } from '../a-view.ts';

const file = new File(['lamp'], 'lamp.png');

/** A page in which a picture is held and a file goes, for the one session that is open. */
function aPage() {
  const { view, asked } = aView({ 'files.begin': () => new Promise(() => {}) });
  view.desk.sessions.value = [anOpenSession()];
  view.desk.arrivals.value = 1;
  tellFiles(view);
  const { held, queue } = view.files;
  held.hold(session(), file);
  queue.add(session(), [new File(['x'], 'manual.pdf')]);
  const told = () => {
    const last = asked.findLast(({ operation }) => operation === 'files.onWay');
    const { files } = v.parse(
      v.object({ files: v.array(v.object({ name: v.string(), audience: v.string() })) }),
      last?.params,
    );
    return files.map(({ name, audience }) => `${name} ${audience}`);
  };
  const signOut = (because: string | null) => {
    view.desk.desk.value = null;
    view.desk.sessions.value = [];
    view.desk.link.value = { at: 'signed-out', server: '', userId: '', because };
  };
  const signIn = (id: string) => {
    view.desk.link.value = { at: 'online', server: 'https://help.example' };
    view.desk.sessions.value = [anOpenSession()];
    view.desk.desk.value = aDesk({ account: { ...aDesk().account, id: accountId(id) } });
  };
  return { view, told, signOut, signIn };
}

describe('Files and pictures that wait in a page', () => {
  it('are known to the link owner by name and readers, and go with their session', () => {
    const { view, told } = aPage();
    view.drafts.change({ session: session(), audience: 'reps' });
    view.files.held.hold(session(), new File(['x'], 'plan.png'));
    assert.deepEqual(told(), ['manual.pdf all', 'lamp.png reps', 'plan.png reps']);
    view.desk.sessions.value = [anOpenSession({ id: session('ruben') })];
    assert.deepEqual(view.files.held.all.value, []);
  });

  it('wait for the account whose sign-in has run out, and are gone for any other', () => {
    const { view, signOut, signIn } = aPage();
    signOut('Your sign-in has run out. Sign in again.');
    signIn('ines');
    assert.equal(view.files.held.of(session()).length, 1);
    signOut('Your sign-in has run out. Sign in again.');
    signIn('bo');
    assert.deepEqual(view.files.held.all.value, []);
  });

  it('are gone with signing out by hand', () => {
    const { view, signOut, signIn } = aPage();
    signOut(null);
    signIn('ines');
    assert.deepEqual(view.files.held.all.value, []);
  });
});
