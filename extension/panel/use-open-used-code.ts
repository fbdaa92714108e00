import { useEffect, useRef } from 'preact/hooks';
import { useView } from '../view/view-context.ts';
import { usePanel } from './panel-context.ts';

/** The chat opens as soon as a code that stands here is typed: else its card would vanish without a word. */
export function useOpenUsedCode(): void {
  const { desk } = useView();
  const panel = usePanel();
  const waited = useRef<ReadonlySet<string>>(new Set());
  const sessions = desk.sessions.value;
  useEffect(() => {
    const used = sessions.find(({ head }) => head.state === 'live' && waited.current.has(head.id));
    waited.current = new Set(sessions.filter(({ head }) => head.state === 'waiting-code').map(({ head }) => head.id));
    if (used !== undefined) panel.goToSession(used.head.id);
  }, [sessions]);
}
