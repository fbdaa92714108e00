import type { ComponentChildren } from 'preact';

type PanelFormProps = {
  /** The form's `id`, by which `useForm` finds its first field with a fault. */
  id?: string;
  class?: string;
  onSave: () => void;
  children: ComponentChildren;
};

/** Fields that are sent with Enter too. What is wrong with them the page says itself, at the field. */
export function PanelForm({ id, class: name, onSave, children }: PanelFormProps) {
  return (
    <form
      id={id}
      class={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      {/* Enter in a field saves, also where the button that a person sees stands elsewhere. One of the form's own comes first. */}
      <button type="submit" hidden />
    </form>
  );
}
