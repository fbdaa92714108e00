/** Programs and pages of another version are told so before anything that they say is read. */
import type { RequestHandler } from 'express';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { PROTOCOL_HEADER, ProtocolVersion, describeMismatch } from '../../shared/contract/protocol-version.ts';

const SaidVersion = v.pipe(v.string(), v.regex(/^[0-9]{1,7}$/), v.transform(Number), ProtocolVersion);

/** `theirs` is what the other side is called. Throws `protocol-mismatch`, whose text says which side to update. */
export function requireSameVersion(version: number, theirs: string): void {
  const mismatch = describeMismatch(version, { mine: 'server', theirs });
  if (mismatch !== undefined) throw new AppError('protocol-mismatch', { text: mismatch });
}

/** Turns away open pages of another version. A request that says none is let through. */
export const refuseOtherVersions: RequestHandler = (request, _response, next) => {
  const said = request.get(PROTOCOL_HEADER);
  if (said !== undefined) {
    const version = v.safeParse(SaidVersion, said);
    if (!version.success) throw new AppError('invalid');
    requireSameVersion(version.output, 'page');
  }
  next();
};
