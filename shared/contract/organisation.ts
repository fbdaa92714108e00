import * as v from 'valibot';
import { line } from './text.ts';

export const OrganisationName = line(80);

export const Organisation = v.strictObject({ name: OrganisationName });
export type Organisation = v.InferOutput<typeof Organisation>;
