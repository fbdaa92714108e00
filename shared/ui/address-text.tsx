import type { ReadAddress } from './read-address.ts';
import './address-text.css';

/** A whole address, to be read before it is opened: the host is strong, because it says whose page it is. */
export function AddressText({ address: { scheme, host, rest } }: { address: ReadAddress }) {
  return (
    <bdi dir="ltr" class="rh-address">
      <span class="rh-soft">{scheme}</span>
      <b class="rh-address-host">{host}</b>
      <span class="rh-soft">{rest}</span>
    </bdi>
  );
}
