/** Runs work when its turn has come. The work must not reject. */
export type CallTurns = <T>(session: string | undefined, work: () => Promise<T>) => Promise<T>;

/**
 * The order of the calls of one link. What a person did first also happens first: calls about one session follow each
 * other, and a call that names none waits for all before it, as all after wait for it. Different sessions do not wait
 * for each other, or somebody with many customers would be answered as slowly as they have customers.
 */
export function createCallTurns(ready: Promise<void>): CallTurns {
  let common = ready;
  let ofSessions = new Map<string, Promise<void>>();

  return (session, work) => {
    const before =
      session === undefined ? Promise.all([common, ...ofSessions.values()]) : (ofSessions.get(session) ?? common);
    const answered = before.then(work);
    const done = answered.then(() => {});
    if (session === undefined) {
      common = done;
      ofSessions = new Map();
    } else {
      ofSessions.set(session, done);
      void done.then(() => {
        if (ofSessions.get(session) === done) ofSessions.delete(session);
      });
    }
    return answered;
  };
}
