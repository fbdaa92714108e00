import { useEffect } from 'preact/hooks';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { systemClock } from '../../../shared/ui/clock.ts';
import type { View } from '../../view/open-view.ts';
import { useView } from '../../view/view-context.ts';
import { createFilesModel, type FilesModel } from './files-model.ts';

const models = new WeakMap<View, Map<SessionId, FilesModel>>();

/** The files of a session, which go on being copied while the window shows the screen or another tool. */
export function useFilesModel(session: SessionId, channel: RTCDataChannel | undefined): FilesModel {
  const view = useView();
  const known = models.get(view) ?? new Map<SessionId, FilesModel>();
  models.set(view, known);
  const model =
    known.get(session) ??
    createFilesModel({ clock: systemClock, save: saveFile, tell: (text) => view.orders.tell(text, 'failure') });
  known.set(session, model);
  useEffect(() => {
    model.link.use(channel);
    if (channel !== undefined) void model.remote.begin();
  }, [model, channel]);
  return model;
}

/** As a download, because this is the only way out of a browser that opens no folders. */
function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = file.name;
  anchor.click();
  // The download has read it by then.
  systemClock.after(60_000, () => URL.revokeObjectURL(address));
}
