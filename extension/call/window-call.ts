/** The call of the session that this window shows: joined once it was accepted, left when it is over. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { keepCall } from '../../shared/link/call-link.ts';
import { joinCall } from '../../shared/ui/call/call-model.ts';
import type { CallModel } from '../../shared/ui/call/call-model.ts';
import type { OpenSession } from '../port/view-state.ts';
import type { View } from '../view/open-view.ts';
import { callPlace } from './call-place.ts';

export interface WindowCall {
  readonly current: ReadonlySignal<CallModel | undefined>;
  setMuted(muted: boolean): void;
  setCamera(on: boolean): void;
}

/** Lives as long as the window. */
export function followCall({ desk, orders, client }: View, open: ReadonlySignal<OpenSession | undefined>): WindowCall {
  const current = signal<CallModel | undefined>(undefined);
  const here = computed(() => {
    const head = open.value?.head;
    const own = desk.call.value;
    if (head === undefined || callPlace(head, own, desk.desk.value?.account.id) !== 'here') return undefined;
    // Another window of this browser is in it.
    return own?.isOpen === true && current.value === undefined ? undefined : head.id;
  });

  effect(() => {
    const session = here.value;
    untracked(() => (session === undefined ? leave() : join(session)));
  });
  desk.onCall((event) => {
    // The link owner was made anew: the call runs here, and goes on.
    if (event.type === 'call.unknown') return report();
    if (event.session !== open.value?.head.id) return;
    if (event.type === 'call.peers') current.peek()?.hear(event.peers);
    else setMuted(event.muted);
  });

  function join(session: SessionId) {
    if (current.value !== undefined) return;
    const { camera, muted } = desk.call.value ?? { camera: false, muted: false };
    current.value = joinCall({
      openLink: (listener) =>
        keepCall({
          ...listener,
          side: 'rep',
          origin: (desk.link.value.at === 'online' ? desk.link.value.server : desk.desk.value?.origin) ?? '',
          onlyRelay: () => desk.settings.value.route === 'gateway',
          openPass: () => client.call('call.open', { session }),
          ready: async (peer) => (await client.call('call.ready', { session, peer })).peers,
        }),
      camera,
      muted,
      onMoved: () => void orders.mention('call.here', { call: null }),
    });
    report();
  }

  function leave() {
    current.value?.close();
    current.value = undefined;
  }

  function setMuted(muted: boolean) {
    current.value?.setMuted(muted);
    report();
  }

  function report() {
    const muted = current.value?.isMuted.value;
    const own = desk.call.value;
    if (here.value === undefined || muted === undefined || own === null) return;
    const { session, askedAt, camera } = own;
    void orders.mention('call.report', { call: { session, askedAt, camera, muted } });
  }

  return { current, setMuted, setCamera: (on) => current.value?.setCamera(on) };
}
