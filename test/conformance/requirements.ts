import type { Document } from 'mongodb';

/** Why a case does not apply to a standalone of this version (such as `7.0.0`), or undefined when it does. */
export function whyNotRequired(alternatives: readonly Document[], version: string): string | undefined {
  const reasons = alternatives.map((requirement) => whyUnmet(requirement, version));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

function whyUnmet(requirement: Document, version: string): string | undefined {
  const { minServerVersion: least, maxServerVersion: most, topologies } = requirement;
  if (typeof least === 'string' && compareVersions(version, least) < 0) return `for MongoDB ${least} and later`;
  if (typeof most === 'string' && compareVersions(version, most) > 0) return `for MongoDB ${most} and earlier`;
  if (Array.isArray(topologies) && !topologies.includes('single'))
    return `for ${topologies.join(' or ')}, not a standalone`;
  return undefined;
}

function compareVersions(left: string, right: string): number {
  const [one, other] = [left, right].map((version) => version.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (one?.[place] ?? 0) - (other?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
