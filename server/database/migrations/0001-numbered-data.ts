import type { Migration } from './migration.ts';

/**
 * Data that were written before there were steps are in the form of the first one already: recording it is all there is to do. From then on a program
 * can tell data that are too new for it.
 */
export const numberedData: Migration = {
  name: '0001-numbered-data',
  run: async () => undefined,
};
