import type { Migration } from './migration.ts';

/**
 * What follows from the end of a session was not marked as done before, and reps had a count of sessions instead of the
 * sessions that take their seats. Sessions that ended are done with; seats are filled from the live ones at the next start.
 */
export const finishedEnds: Migration = {
  name: '0002-finished-ends',
  async run(db) {
    const sessions = db.collection('sessions');
    await sessions.updateMany({ finished: { $exists: false }, state: 'ended' }, { $set: { finished: true } });
    await sessions.updateMany({ finished: { $exists: false } }, { $set: { finished: false } });
    const reps = db.collection('rep_standings');
    await reps.updateMany({ seats: { $exists: false } }, { $set: { seats: [] }, $unset: { active: '' } });
  },
};
