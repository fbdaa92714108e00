import { useState } from 'preact/hooks';
import { Monitor, Smartphone } from 'lucide';
import { linkAddress } from '../../../../shared/contract/connection-link.ts';
import type { ConnectionLink } from '../../../../shared/contract/connection-link.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { QrCode } from '../../../../shared/ui/qr-code.tsx';
import { texts } from '../../texts/customer.ts';
import { deviceOf } from './this-device.ts';

const words = texts.connect.device;

/** What can be done on this kind of device, and the way to the other kind, one press away. */
export function DeviceWays({ link }: { link: ConnectionLink }) {
  const here = deviceOf(navigator);
  const [isOtherShown, setOtherShown] = useState(false);
  const isPhone = here === 'phone';
  const fits = link.device === here;
  return (
    <section class="aside-line connect-device" aria-label={isPhone ? words.onPhone : words.onComputer}>
      <Icon icon={isPhone ? Smartphone : Monitor} size={20} />
      <div>
        <h2>{isPhone ? words.onPhone : words.onComputer}</h2>
        {!fits && <p>{isPhone ? words.onPhoneByComputerLink : words.onComputerByPhoneLink}</p>}
        <p>{isPhone ? words.onPhoneText : words.onComputerText}</p>
        {isOtherShown ? (
          <OtherDevice link={link} isPhone={isPhone} />
        ) : (
          <Button onClick={() => setOtherShown(true)}>{isPhone ? words.toComputer : words.toPhone}</Button>
        )}
      </div>
    </section>
  );
}

function OtherDevice({ link, isPhone }: { link: ConnectionLink; isPhone: boolean }) {
  const address = linkAddress(location.origin, { ...link, device: isPhone ? 'computer' : 'phone' });
  if (!isPhone) {
    return (
      <>
        <p>{words.toPhoneText}</p>
        <QrCode text={address} label={words.qr} size={12} />
      </>
    );
  }
  return (
    <label class="connect-address">
      {words.toComputerText}
      <textarea
        class="connect-address-text"
        aria-label={words.address}
        readOnly
        rows={3}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
    </label>
  );
}
