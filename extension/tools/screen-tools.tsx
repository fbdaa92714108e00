/** The tools of the customer's screen. */
import { ExternalLink, Eye, MousePointer2, SlidersHorizontal } from 'lucide';
import type { ConsentScope } from '../../shared/contract/consent.ts';
import { Button } from '../../shared/ui/button.tsx';
import { drawnKeys } from '../../shared/ui/this-keyboard.ts';
import { openViewerWindow } from '../platform/viewer-window.ts';
import { screenStanding } from '../session/screen-standing.ts';
import { toolTexts as words } from '../texts/tools-en.ts';
import type { SessionTool, ToolPlace, ToolStanding } from './session-tool.ts';
import { consentStanding } from './tool-standing.ts';

type ButtonsProps = { place: ToolPlace; standing: ToolStanding };

export const viewTool: SessionTool = {
  key: 'view',
  group: 'screen',
  icon: Eye,
  title: words.view.title,
  does: words.view.does,
  standing: (place) => consentStanding(place, 'view'),
  Buttons: ({ place, standing }) =>
    standing.is === 'granted' ? (
      <>
        <Button onClick={() => place.showTab('screen')}>{words.view.show}</Button>
        {place.part.isOwner && <Button onClick={() => void place.consents.stop(place.head.id)}>{words.stop}</Button>}
      </>
    ) : (
      <AskButtons {...{ place, standing }} scope="view" keyHint="Alt V" />
    ),
};

export const controlTool: SessionTool = {
  key: 'control',
  group: 'screen',
  icon: MousePointer2,
  title: words.control.title,
  does: words.control.does,
  standing: (place) => consentStanding(place, 'control'),
  Buttons: ({ place, standing }) =>
    standing.is !== 'granted' ? (
      <AskButtons {...{ place, standing }} scope="control" keyHint="Alt G" />
    ) : place.part.isOwner ? (
      <Button title={drawnKeys('Alt X')} onClick={() => void place.consents.release(place.head.id)}>
        {words.release}
      </Button>
    ) : null,
};

export const windowTool: SessionTool = {
  key: 'window',
  group: 'screen',
  icon: ExternalLink,
  title: words.window.title,
  does: () => words.window.does,
  standing: ({ head }) => ({
    is: 'ready',
    word: '',
    because: screenStanding(head).canSee ? undefined : words.onceShared,
  }),
  Buttons: ({ place, standing }) => (
    <Button disabledReason={standing.because} onClick={() => void openViewerWindow(place.head.id)}>
      {words.window.open}
    </Button>
  ),
};

export const qualityTool: SessionTool = {
  key: 'quality',
  group: 'screen',
  icon: SlidersHorizontal,
  title: words.quality.title,
  does: () => words.quality.does,
  standing: () => ({ is: 'ready', word: '' }),
  Buttons: ({ place }) => <Button onClick={() => place.showRoom('settings')}>{words.quality.open}</Button>,
};

/** Asks for it, or takes the question back. A guest asks the customer for nothing. */
function AskButtons({ place, standing, scope, keyHint }: ButtonsProps & { scope: ConsentScope; keyHint: string }) {
  const { head, consents, part } = place;
  if (!part.isOwner) return null;
  if (standing.is === 'asked') return <Button onClick={() => void consents.unask(head.id)}>{words.withdraw}</Button>;
  return (
    <Button title={drawnKeys(keyHint)} disabledReason={standing.because} onClick={() => consents.begin(head.id, scope)}>
      {words.ask}
    </Button>
  );
}
