import './steps.css';

type StepsProps = {
  /** The accessible name; usually the heading above says it too. */
  label: string;
  steps: readonly { title: string; text?: string | undefined }[];
};

/** What happens next, in its order. */
export function Steps({ label, steps }: StepsProps) {
  return (
    <ol class="rh-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.title} class="rh-step">
          <span class="rh-step-number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <p class="rh-step-title">{step.title}</p>
            {step.text !== undefined && <p class="rh-step-text">{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
