/** A web panel in which an administrator is signed in, over a server that answers as the test says. */
import { h } from 'preact';
import type { ComponentChild } from 'preact';
import { failure } from '../../../../../shared/contract/contract.ts';
import type { Carrier } from '../../../../../shared/contract/contract.ts';
import { AppError } from '../../../../../shared/contract/errors.ts';
import { PanelContext } from '../../../../../server/web/admin/frame/panel-context.ts';
import type { Panel } from '../../../../../server/web/admin/frame/panel-context.ts';
import { createRouter } from '../../../../../server/web/admin/frame/router.ts';
import { createPanelModel } from '../../../../../server/web/admin/panel-model.ts';
import { scriptedCarrier } from '../../../extension/scripted-carrier.ts';

export const anAccount = {
  id: 'abcdefghij_-ABCDEFGHIJ',
  userId: 'maria',
  fullName: 'Maria Okafor',
  displayName: 'Maria',
  email: '',
  role: 'administrator',
  disabled: false,
  picture: null,
  channels: [] as string[],
  capacity: null as number | null,
  createdAt: 1,
  lastSeenAt: null,
  group: null,
  leads: [],
};

/** Operations without an answer are not answered. */
export async function aPanel(answers: Parameters<typeof scriptedCarrier>[0] = {}) {
  let isSignedIn = true;
  const organisation = { name: 'Fern Street Library' };
  const admin = scriptedCarrier({
    'self.get': () => ({ account: anAccount, organisation, origin: 'http://localhost', timeZone: 'Europe/Berlin' }),
    ...answers,
  });
  const guarded: Carrier = {
    call: (call) => {
      if (isSignedIn) return admin.call(call);
      return Promise.resolve(failure(new AppError('not-signed-in')));
    },
  };
  const entry = scriptedCarrier({
    'admin.signIn': () => {
      isSignedIn = true;
      return { step: 'done', account: anAccount };
    },
  });
  const model = createPanelModel({ entry, admin: guarded });
  await model.open();
  const router = createRouter(aPage('/admin').page);
  const { value } = model.state;
  if (value.at !== 'signed-in') throw new Error('Nobody is signed in.');
  const panel: Panel = { model, router, signedIn: value };
  return {
    panel,
    asked: admin.asked,
    /** The sign-in runs out: whatever is asked waits for the password. */
    runOut: () => (isSignedIn = false),
    around: (child: ComponentChild) => h(PanelContext.Provider, { value: panel }, child),
  };
}

/** As much of a browser's window as a router uses, with `back` as its button. */
export function aPage(address: string) {
  const entries = [new URL(address, 'http://localhost')];
  let place = 0;
  const listeners = new Map<string, ((event: Event) => void)[]>();
  const at = () => entries[place] ?? new URL('http://localhost');
  const history = {
    pushState(_state: unknown, _title: string, next: string) {
      entries.splice(place + 1, entries.length, new URL(next, at()));
      place += 1;
    },
    replaceState: (_state: unknown, _title: string, next: string) => void (entries[place] = new URL(next, at())),
  };
  const page = {
    addEventListener: (name: string, listener: (event: Event) => void) =>
      listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    history,
    scrollTo: () => undefined,
    get location() {
      return at();
    },
  };
  return {
    page: page as unknown as Parameters<typeof createRouter>[0],
    address: () => `${at().pathname}${at().search}`,
    back() {
      place -= 1;
      for (const listener of listeners.get('popstate') ?? []) listener(new Event('popstate'));
    },
  };
}
