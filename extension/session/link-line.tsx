import { ArrowLeftRight, Waypoints } from 'lucide';
import { Icon } from '../../shared/ui/icon.tsx';
import { texts } from '../texts/en.ts';
import type { RemoteScreenModel } from '../viewer/remote-screen-model.ts';
import './link-line.css';

/** Direct or relayed, how slow, how many pictures, how much: the state of the link to the customer's screen. */
export function LinkLine({ model }: { model: RemoteScreenModel | undefined }) {
  const figures = model?.figures.value;
  if (figures === undefined) return null;
  const words = texts.link;
  return (
    <p class="ext-link-line">
      <span class="ext-link-route">
        <Icon icon={figures.route === 'gateway' ? Waypoints : ArrowLeftRight} />
        {words.route[figures.route]}
      </span>
      {figures.delayMs !== undefined && <span>{words.delay(figures.delayMs)}</span>}
      <span>{words.frames(figures.framesPerSecond)}</span>
      <span>{words.rate(figures.kilobitsPerSecond)}</span>
      <span class="ext-link-more">{words.loss(figures.lostPercent)}</span>
      {figures.codec !== '' && <span class="ext-link-more">{figures.codec}</span>}
    </p>
  );
}
