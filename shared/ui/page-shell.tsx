import type { ComponentChildren } from 'preact';
import { OutsideText } from './outside-text.tsx';
import './page-shell.css';

type PageShellProps = {
  organisation: { name: string; line?: string | undefined; markUrl?: string | undefined; href?: string | undefined };
  /** At the head's right. */
  headEnd?: ComponentChildren;
  /** The page's title; leave it out where a card carries the `h1` itself. */
  title?: string | undefined;
  lead?: string | undefined;
  children: ComponentChildren;
  /** 296 px at the right; on a phone it follows the page. */
  aside?: ComponentChildren;
  /** `chat`: the text column is one surface from head to bottom, as high as the window, without a footer. */
  layout?: 'page' | 'chat' | undefined;
  footer?: readonly { label: string; href: string }[] | undefined;
  /** The switch of languages: in the footer, and in the head of a chat, which has no footer. */
  language?: ComponentChildren;
};

/** A customer's page: the organisation's head, a text column and an aside, at most 1080 px, and a footer. */
export function PageShell(props: PageShellProps) {
  const { organisation, headEnd, title, lead, children, aside, layout = 'page', footer = [], language } = props;
  return (
    <div class={`rh-page rh-page-${layout}`} data-density="customer">
      <header class="rh-page-head">
        <div class="rh-page-wide rh-page-head-row">
          <Organisation {...organisation} />
          <div class="rh-page-head-end">
            {headEnd}
            {layout === 'chat' && language}
          </div>
        </div>
      </header>
      <div class={aside === undefined ? 'rh-page-wide' : 'rh-page-wide rh-page-columns'}>
        <main class="rh-page-main">
          {title !== undefined && (
            <div class="rh-page-titles">
              <h1 class="rh-page-title">{title}</h1>
              {lead !== undefined && <p class="rh-page-lead">{lead}</p>}
            </div>
          )}
          {children}
        </main>
        {aside !== undefined && <aside class="rh-page-aside">{aside}</aside>}
      </div>
      {layout === 'page' && (
        <footer class="rh-page-wide rh-page-footer">
          <span>
            <OutsideText text={organisation.name} />
          </span>
          {footer.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
          {language}
          <span class="rh-page-product">RemoteHelp</span>
        </footer>
      )}
    </div>
  );
}

function Organisation({ name, line, markUrl, href }: PageShellProps['organisation']) {
  const face = (
    <>
      {markUrl !== undefined && <img class="rh-page-mark" src={markUrl} alt="" />}
      <span>
        <span class="rh-page-organisation-name">
          <OutsideText text={name} />
        </span>
        {line !== undefined && (
          <span class="rh-page-organisation-line">
            <OutsideText text={line} />
          </span>
        )}
      </span>
    </>
  );
  return href === undefined ? (
    <div class="rh-page-organisation">{face}</div>
  ) : (
    <a class="rh-page-organisation" href={href}>
      {face}
    </a>
  );
}
