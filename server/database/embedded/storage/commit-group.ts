import type { Database } from 'better-sqlite3';

type OpenGroup = { settled: Promise<void>; resolve: () => void; reject: (cause: unknown) => void };

/**
 * Lets all writes of one moment share one commit. Waiting for the disk is what takes time, and it takes as long for fifty writes as for
 * one. Whoever has read or written while a group is open must not tell anybody before it is settled.
 */
export class CommitGroup {
  readonly #file: Database;
  readonly #onLost: () => void;
  #open: OpenGroup | undefined;
  #copies = 0;
  #timesLost = 0;
  #lastLoss: unknown;

  /** `onLost` is called when work that had been done has come to nothing. */
  constructor(file: Database, onLost: () => void) {
    this.#file = file;
    this.#onLost = onLost;
  }

  /** Runs `work` whole or not at all, within the open group; without one a group begins, and ends when this turn of the event loop does. */
  run<Result>(work: () => Result): Result {
    if (this.#copies > 0) return this.runAlone(work);
    if (this.#open === undefined) this.#begin();
    try {
      // Inside a transaction this is a savepoint.
      return this.#file.transaction(work)();
    } catch (cause) {
      // Some failures, such as a full disk, undo the whole group and not only this part of it.
      if (!this.#file.inTransaction) this.#lose(cause);
      else this.#onLost();
      throw cause;
    }
  }

  /** Runs `work` as a transaction of its own, which is on the disk when this returns. */
  runAlone<Result>(work: () => Result): Result {
    this.commit();
    try {
      return this.#file.transaction(work).immediate();
    } catch (cause) {
      this.#onLost();
      throw cause;
    }
  }

  /**
   * Copies the file while others go on. Nothing stays open meanwhile, each write is a transaction of its own: SQLite copies nothing while
   * the connection that copies is in the middle of one.
   */
  async whileCopying<Result>(copy: () => Promise<Result>): Promise<Result> {
    this.commit();
    this.#copies += 1;
    try {
      return await copy();
    } finally {
      this.#copies -= 1;
    }
  }

  /** Puts the open group on the disk now. Does nothing without one. */
  commit(): void {
    const group = this.#open;
    if (group === undefined) return;
    try {
      this.#file.exec('COMMIT');
    } catch (cause) {
      if (this.#file.inTransaction) this.#file.exec('ROLLBACK');
      return this.#lose(cause);
    }
    this.#open = undefined;
    group.resolve();
  }

  /** How many groups have come to nothing so far. */
  get timesLost(): number {
    return this.#timesLost;
  }

  /** Resolves when everything so far is on the disk. Rejects when any group has come to nothing since `timesLost` was `lostBefore`. */
  async settled(lostBefore: number): Promise<void> {
    await this.#open?.settled;
    if (this.#timesLost !== lostBefore) throw this.#lastLoss;
  }

  #begin(): void {
    this.#file.exec('BEGIN IMMEDIATE');
    const group: OpenGroup = { settled: Promise.resolve(), resolve: () => undefined, reject: () => undefined };
    group.settled = new Promise((resolve, reject) => Object.assign(group, { resolve, reject }));
    // Where nobody waits, as at the removal of expired documents, nobody was promised anything.
    group.settled.catch(() => undefined);
    this.#open = group;
    // After the requests that have arrived already have been read.
    setImmediate(() => {
      if (this.#open === group) this.commit();
    });
  }

  #lose(cause: unknown): void {
    const group = this.#open;
    this.#open = undefined;
    this.#timesLost += 1;
    this.#lastLoss = cause;
    this.#onLost();
    group?.reject(cause);
  }
}
