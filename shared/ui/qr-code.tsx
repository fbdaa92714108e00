import { encode } from 'uqr';
import './qr-code.css';

type QrCodeProps = {
  /** What a camera reads, such as an address. */
  text: string;
  /** What it is for, for readers: "Link for Marta's phone". */
  label: string;
  /** Edge in rem; 6 unless said. */
  size?: number | undefined;
};

/** A QR code, drawn dark on light in every theme, with the quiet border that cameras need. */
export function QrCode({ text, label, size = 6 }: QrCodeProps) {
  const { size: modules, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      class="rh-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules} ${modules}`}
      width={`${size}rem`}
      height={`${size}rem`}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
