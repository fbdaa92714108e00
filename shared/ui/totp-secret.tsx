import { QrCode } from './qr-code.tsx';
import './totp-secret.css';

type TotpSecretProps = {
  /** The address for the QR code, and the same secret in letters. */
  uri: string;
  secret: string;
  words: { picture: string; byHand: string };
};

/** What an authenticator app on a phone is given: a picture for its camera, and letters for who has none. */
export function TotpSecret({ uri, secret, words }: TotpSecretProps) {
  return (
    <div class="rh-totp">
      <QrCode text={uri} label={words.picture} size={11} />
      <p class="rh-totp-by-hand">
        {words.byHand}
        <code class="rh-totp-secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
    </div>
  );
}
