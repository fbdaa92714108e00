import * as v from 'valibot';

/** Goes up when a program of the version before would misunderstand. The first message on every link carries it. */
export const PROTOCOL_VERSION = 6;

/** Deliberately wide: a foreign version must parse, so that it can be told which side to update. */
export const ProtocolVersion = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** The header by which pages that ask over HTTP say theirs. */
export const PROTOCOL_HEADER = 'remotehelp-protocol';

/** Which side is older, in words for a person; `undefined` when both speak the same. */
export function describeMismatch(theirs: number, side: { readonly mine: string; readonly theirs: string }) {
  if (theirs === PROTOCOL_VERSION) return undefined;
  const older = theirs < PROTOCOL_VERSION ? side.theirs : side.mine;
  return `The ${side.theirs} speaks version ${theirs}, the ${side.mine} version ${PROTOCOL_VERSION}. Update the ${older}.`;
}
