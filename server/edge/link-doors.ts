/** The doors of the three audiences: who is let onto which kind of link. */
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { AnyDoor, CustomerDoor, HostDoor, RepDoor } from '../../shared/contract/link-door.ts';
import { requireSameVersion } from './same-version.ts';
import type { SignIns, SignedIn } from '../accounts/sign-ins.ts';
import { hashSecret, newToken } from '../secrets/random.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import type { BrowserId, HostContext } from './links.ts';
import type { Caller } from './origins.ts';

/** Each rejects with an `AppError` that is shown to the person on the other side. */
export interface LinkDoors {
  rep(socket: Socket, caller: Caller): Promise<SignedIn>;
  /** `freshKey` is set when this browser came without a key. */
  customer(
    socket: Socket,
    caller: Caller,
  ): Promise<{ readonly browser: BrowserId; readonly freshKey: Token | undefined }>;
  host(socket: Socket, caller: Caller): Promise<HostContext['admission']>;
}

export function createLinkDoors(signIns: SignIns): LinkDoors {
  return {
    async rep(socket, caller) {
      requireCaller(caller === 'extension');
      const door = openDoor(RepDoor, socket, 'extension');
      const signedIn = await signIns.identify(door.token, 'extension');
      if (signedIn === undefined) throw new AppError('not-signed-in');
      return signedIn;
    },

    async customer(socket, caller) {
      requireCaller(caller === 'own-page');
      const { browserKey } = openDoor(CustomerDoor, socket, 'page');
      const key = browserKey ?? newToken();
      return { browser: hashSecret(key) as BrowserId, freshKey: browserKey === null ? key : undefined };
    },

    async host(socket, caller) {
      requireCaller(caller === 'none');
      const door = openDoor(HostDoor, socket, 'host');
      return door.by === 'ticket' ? { by: 'ticket', ticket: door.ticket } : { by: 'token', token: door.token };
    },
  };
}

function requireCaller(isRight: boolean): void {
  if (!isRight) throw new AppError('wrong-origin');
}

function openDoor<Door extends v.GenericSchema>(schema: Door, socket: Socket, theirs: string): v.InferOutput<Door> {
  const { auth } = socket.handshake;
  const any = v.safeParse(AnyDoor, auth);
  if (any.success) requireSameVersion(any.output.protocol, theirs);
  const door = v.safeParse(schema, auth);
  if (!door.success) throw new AppError('invalid');
  return door.output;
}
