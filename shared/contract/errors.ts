/**
 * Every failure that a person may meet, once: its code, the HTTP status it travels with, and the sentence that says
 * what to do next. `docs/PROTOCOL.md` lists them; programs may show the sentence or their own words for the code.
 */
export const errorCatalogue = {
  invalid: { status: 400, text: 'That message is not in the form this server takes. Reload, then try again.' },
  'protocol-mismatch': { status: 426, text: 'The two programs are of different versions. Update the older one.' },
  'not-signed-in': { status: 401, text: 'You are signed out. Sign in again.' },
  'wrong-credentials': { status: 401, text: 'User ID or password is not right. Check both, then try again.' },
  'code-wrong': {
    status: 401,
    text: 'This code is not right, or was used before. Wait for the next one and type that.',
  },
  'not-allowed': { status: 403, text: 'Your account may not do this. Ask an administrator.' },
  'wrong-origin': { status: 403, text: 'This page is not part of the server it talks to. Open the server’s own page.' },
  'not-found': { status: 404, text: 'There is nothing here (any more). Go back and look again.' },
  'already-taken': { status: 409, text: 'Somebody else was faster.' },
  'already-exists': { status: 409, text: 'This name is in use. Choose another one.' },
  'already-waiting': { status: 409, text: 'You are already in line in this browser.' },
  'session-ended': { status: 409, text: 'This session has ended. Ask for help again if you need it.' },
  'log-full': {
    status: 409,
    text: 'No more fits into this session: it has gone on for very long. End it and begin another one.',
  },
  'at-capacity': { status: 409, text: 'You have as many sessions as you may have at once. End one first.' },
  'nobody-there': { status: 409, text: 'Nobody can answer in this channel now. Try again later.' },
  'reservations-full': {
    status: 409,
    text: 'No more reservations can be taken in this channel now. Come back later.',
  },
  'code-refused': {
    status: 404,
    text: 'This code does not work (any more). Ask the person who helps you for another one.',
  },
  'link-refused': {
    status: 404,
    text: 'This link does not work (any more). Ask the person who helps you for another one.',
  },
  'proof-needed': {
    status: 428,
    text: 'Many tries come in at the moment, so your browser has to do some work first. Load the page anew, then try again.',
  },
  'ticket-refused': {
    status: 401,
    text: 'This was for one use, and it has been used or is too old. Ask for a new one.',
  },
  'too-many-tries': { status: 429, text: 'Too many tries. Wait some minutes, then try again.' },
  'too-large': { status: 413, text: 'That is too large to send. Make it smaller.' },
  'file-refused': { status: 415, text: 'Programs cannot be sent here. The shared files can carry them.' },
  'mail-not-set-up': {
    status: 409,
    text: 'This server sends no mail yet. Copy the text and send it yourself, or ask an administrator to set mail up.',
  },
  'mail-failed': {
    status: 502,
    text: 'The mail did not go: the mail server does not take it. Check the address, or copy the text and send it yourself.',
  },
  'host-unavailable': {
    status: 409,
    text: 'The program for this kind of computer cannot be had here yet. Chat goes on; the screen cannot be shown.',
  },
  'host-preparing': { status: 503, text: 'The program is being prepared on the server. It takes a minute; try again.' },
  'no-answer': { status: 504, text: 'No answer from the server. It is tried again by itself; nothing is lost.' },
  'untrusted-server': {
    status: 502,
    text: 'What answers cannot prove that it is your server. Do not go on; tell who runs the server.',
  },
  'store-down': { status: 503, text: 'The server cannot reach its data at the moment. It tries again by itself.' },
  'store-full': {
    status: 507,
    text: 'The server’s disk is full: nothing new can be stored. What there is can be read. Tell whoever runs the server.',
  },
  'server-fault': { status: 500, text: 'Something went wrong on the server. It has been written down; try again.' },
} as const satisfies Record<string, { readonly status: number; readonly text: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** Whether a text from outside names an error of the catalogue. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

/** An expected failure. Its text says what to do; everything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options: { readonly text?: string; readonly cause?: unknown } = {}) {
    super(options.text ?? errorCatalogue[code].text, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}
