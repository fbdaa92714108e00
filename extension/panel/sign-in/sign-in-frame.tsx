import type { ComponentChildren } from 'preact';
import { Notice } from '../../../shared/ui/notice.tsx';
import './sign-in.css';

type SignInFrameProps = { title: string; lead: string; failure?: string | null; children: ComponentChildren };

/** A step of signing in: what is asked, why it did not work, and what to fill in. */
export function SignInFrame({ title, lead, failure = null, children }: SignInFrameProps) {
  return (
    <main class="ext-sign-in" data-density="rep">
      <h1 class="ext-sign-in-title">{title}</h1>
      <p class="ext-sign-in-lead">{lead}</p>
      {failure !== null && (
        <Notice kind="danger" alert>
          {failure}
        </Notice>
      )}
      {children}
    </main>
  );
}
