/** A step that ran, by its name; the lock of the process that runs steps now; or the backup of before the step that is under way. */
export type MigrationRecord = {
  _id: string;
  ranAt?: Date;
  owner?: string;
  until?: Date;
  before?: string;
  folder?: string;
};

/** The collection of what ran. */
export const migrationsCollection = 'migrations';

/** The lock and the backup lie among the steps; no step has such a name. */
export const lockId = 'lock';
export const backupId = 'backup';
