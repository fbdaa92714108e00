import { useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { texts } from '../texts/en.ts';
import { useView } from '../view/view-context.ts';
import { RemoteScreen } from '../viewer/remote-screen.tsx';
import type { RemoteScreenModel } from '../viewer/remote-screen-model.ts';

type ScreenPictureProps = {
  session: SessionId;
  /** The model of the screen while it is there, for what stands around it. */
  onModel?: ((model: RemoteScreenModel | undefined) => void) | undefined;
  onViewerKey?: ((code: string) => void) | undefined;
};

/** The customer's live screen, linked through this view's own port. Mount it anew for another session. */
export function ScreenPicture({ session, onModel, onViewerKey }: ScreenPictureProps) {
  const { client, desk } = useView();
  const origin = desk.desk.value?.origin;
  const server = desk.link.value.at === 'online' ? desk.link.value.server : undefined;
  const [linkedTo] = useState(server ?? origin);
  if (linkedTo === undefined) return null;
  return (
    <RemoteScreen
      texts={texts.picture}
      origin={linkedTo}
      wish={desk.settings.value.picture}
      scale={desk.settings.value.scale}
      onlyRelay={() => desk.settings.value.route === 'gateway'}
      openPass={() => client.call('link.open', { session })}
      ready={async (peer) => void (await client.call('link.ready', { session, peer }))}
      {...(onModel === undefined ? {} : { onModel })}
      {...(onViewerKey === undefined ? {} : { onViewerKey })}
    />
  );
}
