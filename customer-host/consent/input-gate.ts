/**
 * The door of the rep's hands on the customer's computer. Whatever the viewer sends, only this decides: every message
 * is parsed, held against consent and pause as they are now, limited in rate, and rebuilt field by field.
 */
import * as v from 'valibot';
import type { ControlDevices } from '../../shared/contract/consent.ts';
import { InputMessage } from '../../shared/contract/screen-link.ts';
import { createAllowance } from './allowance.ts';
import { createHeldInput } from './held-input.ts';

/** Far more than a hand makes, far less than a flood. */
const messageLimit = { burst: 400, perSecond: 1000 };
/** Characters of text, so that a paste cannot hold the keyboard for long. */
const textLimit = { burst: 4000, perSecond: 4000 };

export interface InputGateState {
  /** Hands lent now, after consent, pause and open dialogs have been considered; `undefined` for none. */
  readonly devices: ControlDevices | undefined;
}

export type Verdict =
  | { readonly pass: true; readonly input: InputMessage }
  | { readonly pass: false; readonly why: 'malformed' | 'not-granted' | 'too-fast' | 'not-held' };

export interface InputGate {
  /** `raw` is the text of one message as it came. */
  judge(raw: unknown, state: InputGateState, now: number): Verdict;
}

export function createInputGate(): InputGate {
  const messages = createAllowance(messageLimit);
  const characters = createAllowance(textLimit);
  const held = createHeldInput();
  return {
    judge(raw, state, now) {
      const input = parse(raw);
      if (!input) return { pass: false, why: 'malformed' };
      if (!isLent(input, state.devices)) return { pass: false, why: 'not-granted' };
      const press = input.type === 'key' || input.type === 'button' ? input : undefined;
      if (press && !press.down) {
        // The release of what is held always passes: a limit that swallowed it would leave a key pressed. Another one
        // would do nothing but move the pointer, past every limit.
        return held.letGo(press) ? { pass: true, input } : { pass: false, why: 'not-held' };
      }
      const length = input.type === 'text' ? input.text.length : 0;
      if (press && !held.hasRoom(press)) return { pass: false, why: 'too-fast' };
      if (!messages.take(1, now) || !characters.take(length, now)) return { pass: false, why: 'too-fast' };
      if (press) held.hold(press);
      return { pass: true, input };
    },
  };
}

function parse(raw: unknown): InputMessage | undefined {
  if (typeof raw !== 'string' || raw.length > 20_000) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    // Not JSON: the same as any other malformed message, which the caller counts.
    return undefined;
  }
  const message = v.safeParse(InputMessage, json);
  return message.success ? message.output : undefined;
}

function isLent(input: InputMessage, devices: ControlDevices | undefined): boolean {
  if (devices === undefined) return false;
  const byKeyboard = input.type === 'key' || input.type === 'text';
  return devices === 'both' || devices === (byKeyboard ? 'keyboard' : 'pointer');
}
