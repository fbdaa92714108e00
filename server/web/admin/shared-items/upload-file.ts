/** Sends a file to the server, telling how far it is, which `fetch` cannot. */
import * as v from 'valibot';
import { errorCatalogue } from '../../../../shared/contract/errors.ts';
import { SharedItem, sharedLimits } from '../../../../shared/contract/shared-item.ts';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';

/** What became of an upload; `words` says in a sentence why nothing did. */
export type Uploaded =
  { readonly ok: true; readonly items: SharedItem[] } | { readonly ok: false; readonly words: string };

/** An upload that is under way. */
export interface Upload {
  readonly done: Promise<Uploaded>;
  stop(): void;
}

const Answer = v.object({ items: v.array(SharedItem) });

export function uploadFile(file: File, folder: string | null, onProgress: (share: number) => void): Upload {
  if (file.size > sharedLimits.fileBytes) {
    return { done: Promise.resolve({ ok: false, words: words.tooLarge }), stop: () => undefined };
  }
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve) => {
    const fail = (sentence: string) => resolve({ ok: false, words: sentence });
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => fail(words.uploadFailed));
    request.addEventListener('abort', () => fail(words.stopped));
    request.addEventListener('load', () => {
      const answer = v.safeParse(Answer, readJson(request.responseText));
      if (request.status === 200 && answer.success) resolve({ ok: true, items: answer.output.items });
      else fail(failureWords(request.status, request.responseText));
    });
  });
  request.open('POST', `/shared-files/${folder ?? 'top'}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.send(file);
  return { done, stop: () => request.abort() };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, or one of our own sentences: no items either way.
    return undefined;
  }
}

/** The server's own sentence where it sent one; a proxy's page is none. */
function failureWords(status: number, text: string): string {
  if (status === errorCatalogue['too-large'].status) return words.tooLarge;
  const sentence = text.trim();
  return sentence !== '' && sentence.length < 300 && !sentence.startsWith('<') ? sentence : words.uploadFailed;
}
