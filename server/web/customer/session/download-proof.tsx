import type { HostOffer } from '../../../../shared/contract/customer-contract.ts';
import { texts } from '../../texts/customer.ts';

const words = texts.fetch;

/** By what a careful customer knows the program: whether somebody has signed it, and its checksum. */
export function DownloadProof({ offer: { system, sha256, signed } }: { offer: HostOffer }) {
  if (sha256 === null) return null;
  return (
    <details class="terminal">
      <summary>{signed ? words.proofSigned : words.proofUnsigned}</summary>
      <p class="rh-soft">{words.check[system === 'windows-x64' ? system : 'linux-x64']}</p>
      <code class="terminal-checksum">{sha256}</code>
    </details>
  );
}
