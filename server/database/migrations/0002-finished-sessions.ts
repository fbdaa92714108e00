import type { Migration } from './migration.ts';

/**
 * Sessions say whether what follows from their end was done; those that had ended before they did so were over with it. Representatives' seats are
 * the sessions that hold them, and no longer a count.
 */
export const finishedSessions: Migration = {
  name: '0002-finished-sessions',
  async run(db) {
    const sessions = db.collection('sessions');
    const isUnsaid = { finished: { $exists: false } };
    await sessions.updateMany({ ...isUnsaid, state: 'ended' }, { $set: { finished: true } });
    await sessions.updateMany(isUnsaid, { $set: { finished: false } });
    // Who holds which is read from the sessions at every start.
    await db.collection('rep_standings').updateMany({ active: { $exists: true } }, { $unset: { active: '' } });
  },
};
