/** What the server tells its operator: one line for each fact, encoded so that nobody's name can forge a second line. */
import { inspect } from 'node:util';
import { createLineWriter } from './line-writer.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Never chat text, keystrokes, pictures, passwords, tokens or codes. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Each method writes one line at its level, or nothing when the level is below the one wanted. Never throws. */
export interface Log extends Record<LogLevel, (message: string, facts?: LogFacts) => void> {
  /** A bug or a failing part: the stack and every cause of it, in one line. */
  fault(message: string, error: unknown, facts?: LogFacts): void;
}

/** A log that hands each finished line (without line end) to `write`. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = createLineWriter(2),
  now: () => number = Date.now,
): Log {
  const tell =
    (at: LogLevel) =>
    (message: string, facts: LogFacts = {}) => {
      if (logLevels.indexOf(at) < logLevels.indexOf(level)) return;
      write(formatLine(new Date(now()), at, message, facts));
    };
  const log = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };
  return {
    ...log,
    fault: (message, error, facts) => log.error(message, { ...facts, error: describeError(error) }),
  };
}

/** One line: time, level, message, then `key="value"` with everything unusual in values escaped as in JSON. */
export function formatLine(at: Date, level: LogLevel, message: string, facts: LogFacts): string {
  const parts = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encode(value)}`);
  return [at.toISOString(), level.padEnd(5), message, ...parts].join(' ');
}

function encode(value: unknown): string {
  // JSON leaves U+2028, U+2029 and C1 controls as they are; some terminals and log readers break lines at them.
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function describeError(error: unknown): string {
  const seen: string[] = [];
  for (let at = error, depth = 0; at !== undefined && depth < 5; depth += 1) {
    seen.push(at instanceof Error ? (at.stack ?? at.message) : inspect(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return seen.join('\ncaused by ');
}
