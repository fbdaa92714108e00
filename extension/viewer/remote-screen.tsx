import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import { watchKeyboard } from './keyboard-input.ts';
import { watchPointer } from './pointer-input.ts';
import { createRemoteScreen, type RemoteScreenModel, type RemoteScreenPorts } from './remote-screen-model.ts';
import type { RemoteCursor } from './cursor-picture.ts';
import './remote-screen.css';

/** The words that lie on the picture when there is none, or the hands are not the rep's. */
export interface RemoteScreenTexts {
  readonly picture: string;
  readonly connecting: string;
  readonly waiting: string;
  readonly retrying: string;
  readonly paused: string;
}

type RemoteScreenProps = RemoteScreenPorts & {
  readonly texts: RemoteScreenTexts;
  readonly wish: PictureWish;
  /** `actual`: one pixel of the customer's is one of the rep's, and what does not fit is scrolled to. */
  readonly scale: 'fit' | 'actual';
  /** Gets the model while the screen is there, for bands, strips and tools around it. */
  readonly onModel?: (model: RemoteScreenModel | undefined) => void;
  /** A key meant for the viewer itself, after Ctrl+Alt+Shift was tapped alone: the key's code, such as `KeyF`. */
  readonly onViewerKey?: (code: string) => void;
};

/** The customer's screen, live: shows it, and takes mouse and keyboard to it while the customer allows. */
export function RemoteScreen({ texts, wish, scale, onModel, onViewerKey, ...ports }: RemoteScreenProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const keys = useRef<HTMLTextAreaElement>(null);
  const [model, setModel] = useState<RemoteScreenModel>();

  useEffect(() => {
    if (!canvas.current || !video.current || !keys.current) return;
    const created = createRemoteScreen(ports, canvas.current, video.current);
    const watching = new AbortController();
    const element = keys.current;
    const send = created.input;
    const remoteSize = () => created.size.value ?? { width: 1, height: 1 };
    watchPointer({ element, remoteSize, send }, watching.signal);
    watchKeyboard(
      { field: element, send, release: created.release, onViewerKey: (code) => onViewerKey?.(code) },
      watching.signal,
    );
    setModel(created);
    onModel?.(created);
    return () => {
      watching.abort();
      created.dispose();
      onModel?.(undefined);
    };
    // The link lives as long as the component: a session's screen is mounted once, with its ports.
  }, []);

  useEffect(() => model?.wish(wish), [model, wish]);

  const size = model?.size.value;
  const hands = model?.hands.value.hands ?? 'view-only';
  const live = model?.link.value === 'live' && model.pictured.value;
  const ratio = size ? `${size.width} / ${size.height}` : undefined;
  return (
    <div
      class={`rh-remote on-stage ${live ? 'rh-remote-live' : ''}`}
      ref={useTallness(size)}
      data-hands={hands}
      data-scale={scale}
    >
      <div
        class="rh-remote-fit"
        style={
          ratio
            ? {
                '--remote-ratio': ratio,
                '--remote-width': `${size?.width ?? 0}px`,
                '--remote-density': devicePixelRatio,
              }
            : {}
        }
      >
        <canvas class="rh-remote-picture" ref={canvas} width={1} height={1} />
        <video class="rh-remote-video" ref={video} muted playsInline disablePictureInPicture />
        <textarea
          class="rh-remote-keys"
          ref={keys}
          aria-label={texts.picture}
          autocomplete="off"
          spellcheck={false}
          style={{ cursor: ownCursor(hands === 'controlling', model?.cursor.value) }}
        />
        {live && hands !== 'controlling' && <Pointer cursor={model.cursor.value} size={size} />}
      </div>
      <StateWords texts={texts} model={model} />
    </div>
  );
}

/** Says in words why there is no picture, or why the hands are not the rep's. */
function StateWords({ texts, model }: { texts: RemoteScreenTexts; model: RemoteScreenModel | undefined }) {
  const words = wordsFor(texts, model);
  return (
    <p class="rh-remote-words" role="status" hidden={words === undefined}>
      {words}
    </p>
  );
}

function wordsFor(texts: RemoteScreenTexts, model: RemoteScreenModel | undefined): string | undefined {
  const link = model?.link.value ?? 'connecting';
  if (link === 'waiting') return texts.waiting;
  if (link === 'retrying') return texts.retrying;
  if (link === 'connecting' || !model?.pictured.value) return texts.connecting;
  return model.hands.value.hands === 'paused' ? texts.paused : undefined;
}

/** Where the customer's own pointer is, while it is not the rep's. */
function Pointer({ cursor, size }: { cursor: RemoteCursor; size: { width: number; height: number } | undefined }) {
  if (!cursor.picture || !cursor.at || !size) return null;
  const left = `${((cursor.at.x - cursor.picture.hotX) / size.width) * 100}%`;
  const top = `${((cursor.at.y - cursor.picture.hotY) / size.height) * 100}%`;
  return <img class="rh-remote-pointer" src={cursor.picture.url} alt="" style={{ left, top }} />;
}

/** While controlling, the browser draws the remote pointer itself, so that it never lags behind the hand. */
function ownCursor(controlling: boolean, cursor: RemoteCursor | undefined): string {
  if (!controlling) return 'default';
  if (!cursor?.picture) return 'default';
  const { url, hotX, hotY } = cursor.picture;
  return `url(${url}) ${hotX} ${hotY}, default`;
}

/** Marks the stage when it is wider than the picture, so that height and not width is what limits it. */
function useTallness(size: { width: number; height: number } | undefined): Ref<HTMLDivElement> {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = stage.current;
    if (!element || !size) return;
    const watch = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      element.toggleAttribute('data-tall', clientWidth / clientHeight > size.width / size.height);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [size?.width, size?.height]);
  return stage;
}
