/** Folders and programs of the customer's computer that a rep wants opened there: asked each time, on that computer. */
import * as v from 'valibot';
import { line, optionalLine } from './text.ts';

/**
 * Whether it is a path of the computer itself. A scheme (`ms-msdt:`) would start whatever handles it, and a share
 * (`\\host\folder`) would hand the customer's credentials to that host.
 */
export function isLocalPath(path: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(path) && !/^[\\/]{2}/.test(path) && !/[\p{Bidi_Control}]/u.test(path);
}

const LocalPath = v.pipe(line(400), v.check(isLocalPath, 'must be a path on the computer itself'));

/** What is to be opened. `~` at the beginning of a path is the folder of whoever is signed in there. */
export const Launch = v.variant('what', [
  v.strictObject({ what: v.literal('folder'), name: line(80), path: LocalPath }),
  v.strictObject({ what: v.literal('program'), name: line(80), path: LocalPath, arguments: optionalLine(400) }),
]);
export type Launch = v.InferOutput<typeof Launch>;

/** What became of it: the customer said no, there is no such thing on the computer, or the computer would not start it. */
export const LaunchOutcome = v.picklist(['done', 'refused', 'not-found', 'failed']);
export type LaunchOutcome = v.InferOutput<typeof LaunchOutcome>;

/** Whether both are the same thing. */
export function isSameLaunch(one: Launch, other: Launch): boolean {
  const words = (launch: Launch) => (launch.what === 'program' ? launch.arguments : '');
  return one.what === other.what && one.name === other.name && one.path === other.path && words(one) === words(other);
}
