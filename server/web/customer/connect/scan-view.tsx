import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { texts } from '../../texts/customer.ts';
import { openCamera } from './camera.ts';
import type { CameraTrouble } from './camera.ts';
import { qrMeaning, readQr } from './read-qr.ts';
import type { QrMeaning } from './read-qr.ts';

const words = texts.connect.scan;
/** A look takes some ten milliseconds of a phone's time; more looks a second would only warm it. */
const LOOK_EVERY_MS = 150;
/** Pictures are looked at no larger than this: a QR code that fills a third of it is read. */
const LARGEST_EDGE = 800;

type Found = Exclude<QrMeaning, { is: 'foreign' }>;
type ScanState = 'asking' | 'looking' | 'foreign' | CameraTrouble;

type ScanViewProps = {
  onFound: (found: Found) => void;
  onStop: () => void;
};

/** The camera's picture, looked at on this device until it shows a link or a code of this server. */
export function ScanView({ onFound, onStop }: ScanViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ScanState>('asking');
  const [tries, setTries] = useState(0);

  useEffect(() => {
    const ending = new AbortController();
    void watchCamera(video.current, ending.signal, (next) => {
      if (typeof next !== 'string') onFound(next);
      else setState(next);
    });
    return () => ending.abort();
  }, [tries]);

  const isOn = state === 'asking' || state === 'looking' || state === 'foreign';
  return (
    <section class="connect-scan" aria-labelledby="scan-title">
      <h2 id="scan-title">{words.title}</h2>
      {isOn ? <p role="status">{state === 'looking' ? words.lead : words[state]}</p> : <Trouble trouble={state} />}
      <video ref={video} class="connect-scan-view" aria-label={words.view} hidden={!isOn} muted playsInline />
      <div class="form-end">
        {state === 'denied' && (
          <Button
            onClick={() => {
              setState('asking');
              setTries(tries + 1);
            }}
          >
            {words.again}
          </Button>
        )}
        <Button onClick={onStop}>{words.stop}</Button>
      </div>
    </section>
  );
}

function Trouble({ trouble }: { trouble: CameraTrouble }) {
  return (
    <Notice kind="wait" alert>
      {words[trouble]}
    </Notice>
  );
}

async function watchCamera(
  video: HTMLVideoElement | null,
  ending: AbortSignal,
  tell: (next: Found | ScanState) => void,
): Promise<void> {
  const camera = await openCamera();
  if (typeof camera === 'string') return ending.aborted ? undefined : tell(camera);
  if (ending.aborted || video === null) return camera.close();
  ending.addEventListener('abort', () => camera.close());
  video.srcObject = camera.stream;
  tell('looking');
  const canvas = new OffscreenCanvas(1, 1);
  const look = () => {
    const found = ending.aborted ? undefined : lookAt(video, canvas);
    if (found === undefined) return;
    if (found.is === 'foreign') return tell('foreign');
    clearInterval(timer);
    camera.close();
    tell(found);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  ending.addEventListener('abort', () => clearInterval(timer));
  await video.play().catch(() => {
    // Taken away in the same moment, or held until the page is touched: the next look finds no picture, or finds one.
  });
}

function lookAt(video: HTMLVideoElement, canvas: OffscreenCanvas): QrMeaning | undefined {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, LARGEST_EDGE / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.floor(videoWidth * scale), Math.floor(videoHeight * scale)];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (width === 0 || height === 0 || pen === null) return undefined;
  canvas.width = width;
  canvas.height = height;
  pen.drawImage(video, 0, 0, width, height);
  const text = readQr(pen.getImageData(0, 0, width, height));
  return text === undefined ? undefined : qrMeaning(text, location.origin);
}
