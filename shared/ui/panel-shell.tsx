import type { ComponentChildren, Ref } from 'preact';
import './panel-shell.css';

type PanelShellProps = {
  /** The page's `h1`, read aloud only: "Requests", or the customer's name. */
  title: string;
  /** `<SessionTabs>` */
  strip: ComponentChildren;
  /** In Home a `<NavRow>`; in a session its `<PersonHead>` and `<Band>`. Never scrolls. */
  head?: ComponentChildren;
  /** Scrolls, unless it brings its own scrolling (`fill`). */
  children: ComponentChildren;
  /** The body fills the room and scrolls inside itself: Tabs with a ChatLog. */
  fill?: boolean | undefined;
  /** A line of keys, or the composer. Never scrolls. */
  foot?: ComponentChildren;
  bodyRef?: Ref<HTMLElement> | undefined;
};

/** The side panel: strip, head, body, foot. Below 380 px its parts lose their words by container query. */
export function PanelShell({ title, strip, head, children, fill, foot, bodyRef }: PanelShellProps) {
  return (
    <div class="rh-panel" data-density="rep">
      <header class="rh-panel-top">
        {strip}
        {head}
      </header>
      <main ref={bodyRef ?? null} class={fill === true ? 'rh-panel-body rh-panel-body-fill' : 'rh-panel-body'}>
        <h1 class="rh-unseen">{title}</h1>
        {children}
      </main>
      {foot !== undefined && <footer class="rh-panel-foot">{foot}</footer>}
    </div>
  );
}
