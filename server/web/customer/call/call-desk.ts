/** The call of this session, as far as it is in this tab: joined once it was accepted, left when it is over. */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import type { CallMedia, CallStanding } from '../../../../shared/contract/call.ts';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { Moment } from '../../../../shared/contract/text.ts';
import { keepCall } from '../../../../shared/link/call-link.ts';
import { joinCall } from '../../../../shared/ui/call/call-model.ts';
import type { CallModel } from '../../../../shared/ui/call/call-model.ts';
import type { CustomerModel } from '../customer-model.ts';
import { keptSignal } from '../kept-signal.ts';
import type { TabStorage } from '../kept-signal.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { errorWords } from '../safe-error.ts';
import { sessionOf } from '../session-of.ts';

/** Which call this tab is in, and how: a reload comes back into it. */
const CallHere = v.nullable(
  v.strictObject({ session: SessionId, askedAt: Moment, camera: v.boolean(), muted: v.boolean() }),
);
type CallHere = v.InferOutput<typeof CallHere>;

export interface CallDesk {
  /** The call as the server knows it, wherever it runs. */
  readonly standing: ReadonlySignal<CallStanding | undefined>;
  /** Once it runs in this tab. */
  readonly current: ReadonlySignal<CallModel | undefined>;
  /** Why the last asking did not work, in words. */
  readonly failure: ReadonlySignal<string | undefined>;
  ask(media: CallMedia): Promise<void>;
  answer(withCamera: boolean): Promise<void>;
  decline(): Promise<void>;
  withdraw(): Promise<void>;
  hangUp(): Promise<void>;
  /** It runs in another tab, or in none: from now on in this one. */
  takeHere(): void;
  setMuted(muted: boolean): void;
  setCamera(on: boolean): void;
  /** Leaves what runs here, as when the page goes away. */
  close(): void;
}

export interface CallDeskPorts {
  readonly model: CustomerModel;
  readonly session: SessionId;
  readonly origin: string;
  readonly tabStorage: TabStorage;
}

export function createCallDesk({ model, session, origin, tabStorage }: CallDeskPorts): CallDesk {
  const { server } = model;
  const nowhere: CallHere = null;
  const here = keptSignal<CallHere>('remotehelp.call', CallHere, nowhere, tabStorage);
  const current = signal<CallModel | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  const standing = computed(() => sessionOf(model.state.value)?.call);
  const runsHere = computed(() => {
    const call = standing.value;
    const isThis = here.value?.session === session && here.value.askedAt === call?.askedAt;
    return isThis && call !== undefined && call.since !== null;
  });

  const stopFollowing = effect(() => {
    const shouldRun = runsHere.value;
    untracked(() => (shouldRun ? join() : leave()));
  });
  const stopHearing = model.onEvent((event) => {
    if (event.type === 'call.peers' && event.session === session) current.peek()?.hear(event.peers);
  });

  function join() {
    current.value ??= joinCall({
      openLink: (listener) =>
        keepCall({
          ...listener,
          side: 'customer',
          origin,
          openPass: () => server.call('call.open', { session }),
          ready: async (peer) => (await server.call('call.ready', { session, peer })).peers,
        }),
      camera: here.value?.camera ?? false,
      muted: here.value?.muted ?? false,
      onMoved: () => (here.value = nowhere),
    });
  }

  function leave() {
    current.value?.close();
    current.value = undefined;
  }

  function keep(change: Partial<NonNullable<CallHere>>) {
    if (here.value !== null) here.value = { ...here.value, ...change };
  }

  const begin = (askedAt: number, camera: boolean) => (here.value = { session, askedAt, camera, muted: false });

  return {
    standing,
    current,
    failure,
    async ask(media) {
      failure.value = undefined;
      try {
        const { entry } = await server.call('call.ask', { session, clientId: newClientEntryId(), media });
        begin(entry.at, media === 'video');
      } catch (error) {
        failure.value = errorWords(error);
      }
    },
    async answer(withCamera) {
      const askedAt = standing.value?.askedAt;
      await server.call('call.answer', { session, clientId: newClientEntryId(), answer: 'yes' });
      if (askedAt !== undefined) begin(askedAt, withCamera);
    },
    async decline() {
      await server.call('call.answer', { session, clientId: newClientEntryId(), answer: 'no' });
    },
    async withdraw() {
      await server.call('call.withdraw', { session });
    },
    async hangUp() {
      // Silence at once: the server may be out of reach.
      here.value = nowhere;
      await server.call('call.end', { session });
    },
    takeHere() {
      const askedAt = standing.value?.askedAt;
      if (askedAt !== undefined) begin(askedAt, false);
    },
    setMuted(muted) {
      current.value?.setMuted(muted);
      keep({ muted });
    },
    setCamera(on) {
      current.value?.setCamera(on);
      keep({ camera: on });
    },
    close() {
      stopFollowing();
      stopHearing();
      leave();
    },
  };
}
