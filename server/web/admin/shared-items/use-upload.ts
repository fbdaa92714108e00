import { useEffect, useRef, useState } from 'preact/hooks';
import type { SharedItem } from '../../../../shared/contract/shared-item.ts';
import { uploadFile } from './upload-file.ts';
import type { Upload } from './upload-file.ts';

/** Where an upload stands. */
export type UploadState =
  | { readonly at: 'none' }
  | { readonly at: 'sending'; readonly name: string; readonly share: number }
  | { readonly at: 'failed'; readonly words: string };

/** One upload at a time; leaving the page stops it. */
export function useUpload(onDone: (items: SharedItem[]) => void) {
  const [state, setState] = useState<UploadState>({ at: 'none' });
  const upload = useRef<Upload>(undefined);
  useEffect(() => () => upload.current?.stop(), []);
  return {
    state,
    stop: () => upload.current?.stop(),
    async send(file: File, folder: string | null) {
      const { name } = file;
      setState({ at: 'sending', name, share: 0 });
      upload.current = uploadFile(file, folder, (share) => setState({ at: 'sending', name, share }));
      const ended = await upload.current.done;
      setState(ended.ok ? { at: 'none' } : { at: 'failed', words: ended.words });
      if (ended.ok) onDone(ended.items);
    },
  };
}
