import type * as v from 'valibot';
import type { HostOffer } from '../../shared/contract/customer-contract.ts';

export type VisitorSystem = v.InferOutput<typeof HostOffer>['system'];

/**
 * The system that a browser says it runs on. Phones and tablets say "Linux" or "Mac" too, and 32-bit or ARM systems
 * could not run what is there for x64: those are `other`. Pure.
 */
export function visitorSystem(userAgent: string): VisitorSystem {
  if (/android|mobile|iphone|ipad|cros\b/i.test(userAgent)) return 'other';
  if (/windows nt/i.test(userAgent)) return /win64|wow64|x64/i.test(userAgent) ? 'windows-x64' : 'other';
  if (/macintosh|mac os x/i.test(userAgent)) return 'macos';
  if (/linux/i.test(userAgent)) return /x86_64|amd64|x64/i.test(userAgent) ? 'linux-x64' : 'other';
  return 'other';
}
