import { useEffect, useState } from 'preact/hooks';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { thisBrowser } from '../platform/this-browser.ts';
import { watchToolbarIcon } from '../platform/toolbar-icon.ts';
import { texts } from '../texts/en.ts';
import './pin-hint.css';

/**
 * After the installation: how to have the icon, with its count, always in sight. Goes when that is done, or, until the
 * panel opens the next time, when the person does not want it now.
 */
export function PinHint() {
  const [isPinned, setPinned] = useState(true);
  const [isPutOff, setPutOff] = useState(false);
  useEffect(() => watchToolbarIcon(setPinned), []);
  if (isPinned || isPutOff) return null;
  return (
    <div class="ext-pin-hint">
      <Notice
        kind="info"
        title={texts.pin.title}
        action={<Link onClick={() => setPutOff(true)}>{texts.pin.notNow}</Link>}
      >
        {texts.pin.how[thisBrowser]}
      </Notice>
    </div>
  );
}
