/**
 * The door of the rep's hands on the customer's computer. Whatever the viewer sends, only this decides: every message
 * is parsed, held against consent and pause as they are now, limited in rate, and rebuilt field by field.
 */
import * as v from 'valibot';
import type { ControlDevices } from '../../shared/contract/consent.ts';
import { InputMessage } from '../../shared/contract/screen-link.ts';

/** Far more than a hand makes, far less than a flood. */
const MESSAGES_PER_SECOND = 1000;
const BURST = 400;
/** Characters of text a second, so that a paste of text cannot hold the keyboard for long. */
const MAX_TEXT_PER_SECOND = 4000;

export interface InputGateState {
  /** Hands lent now, after consent, pause and open dialogs have been considered; `undefined` for none. */
  readonly devices: ControlDevices | undefined;
}

export type Verdict =
  | { readonly pass: true; readonly input: InputMessage }
  | { readonly pass: false; readonly why: 'malformed' | 'not-granted' | 'too-fast' };

export interface InputGate {
  /** `raw` is the text of one message as it came. */
  judge(raw: unknown, state: InputGateState, now: number): Verdict;
}

export function createInputGate(): InputGate {
  let allowance = BURST;
  let textAllowance = MAX_TEXT_PER_SECOND;
  let last: number | undefined;
  return {
    judge(raw, state, now) {
      const elapsedMs = last === undefined ? 0 : Math.max(0, now - last);
      last = now;
      allowance = Math.min(BURST, allowance + (elapsedMs * MESSAGES_PER_SECOND) / 1000);
      textAllowance = Math.min(MAX_TEXT_PER_SECOND, textAllowance + (elapsedMs * MAX_TEXT_PER_SECOND) / 1000);
      const input = parse(raw);
      if (!input) return { pass: false, why: 'malformed' };
      if (!isLent(input, state.devices)) return { pass: false, why: 'not-granted' };
      const letsGo = (input.type === 'key' || input.type === 'button') && !input.down;
      // A release always passes: a limit that swallowed it would leave a key pressed.
      if (letsGo) return { pass: true, input };
      const length = input.type === 'text' ? input.text.length : 0;
      if (allowance < 1 || textAllowance < length) return { pass: false, why: 'too-fast' };
      allowance -= 1;
      textAllowance -= length;
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
