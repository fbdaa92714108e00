import type { ComponentChildren } from 'preact';
import { LoadState } from './load-state.tsx';
import { PanelPage } from './panel-page.tsx';
import type { Loaded } from './use-loaded.ts';

type LoadedPageProps<Value> = {
  asked: { readonly loaded: Loaded<Value>; readonly reload: () => void };
  /** Of the page while it holds nothing yet. */
  section: string;
  title: string;
  parent?: { label: string; href: string };
  /** The whole page, once it is there. */
  children: (value: Value) => ComponentChildren;
};

/** A page of which nothing can be shown before the server has said what there is. */
export function LoadedPage<Value>({ asked, children, ...page }: LoadedPageProps<Value>) {
  const { loaded, reload } = asked;
  if (loaded.at === 'ready') return <>{children(loaded.value)}</>;
  return (
    <PanelPage {...page}>
      <LoadState loaded={loaded} onRetry={reload} />
    </PanelPage>
  );
}
