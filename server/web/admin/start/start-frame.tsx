import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import './start.css';

type StartFrameProps = {
  /** Empty until it is known, or before there is one. */
  organisation: string;
  title: string;
  lead?: string | undefined;
  aside?: ComponentChildren;
  children: ComponentChildren;
};

/** The roomy page around set-up and sign-in. */
export function StartFrame({ organisation, title, lead, aside, children }: StartFrameProps) {
  useEffect(() => {
    document.title = `${title} · ${safeName(organisation) || texts.product}`;
  }, [title, organisation]);
  return (
    <PageShell
      organisation={{ name: organisation || texts.product, line: texts.panel }}
      title={title}
      lead={lead}
      aside={aside}
    >
      {children}
    </PageShell>
  );
}
