import type { ComponentChildren } from 'preact';

/** One step: what to do, why, how it looks, and what can be pressed here for it. */
export type InstallStep = {
  readonly title: string;
  readonly text: string;
  readonly drawing: ComponentChildren;
  readonly action?: ComponentChildren;
};

/** Steps in their order, each with its picture. */
export function InstallSteps({ label, steps }: { label: string; steps: readonly InstallStep[] }) {
  return (
    <ol class="install-steps" aria-label={label}>
      {steps.map(({ title, text, drawing, action }, index) => (
        <li key={title} class="install-step">
          <span class="install-number" aria-hidden="true">
            {index + 1}
          </span>
          <div class="install-words">
            <p class="install-step-title">{title}</p>
            <p class="rh-soft">{text}</p>
            {action}
          </div>
          {drawing}
        </li>
      ))}
    </ol>
  );
}
