import { ChevronDown } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ListedScript, ScriptId } from '../../../shared/contract/script.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { actionTexts as words } from '../../texts/host-actions-en.ts';
import { groupsOf } from './script-groups.ts';

type ScriptFlyoutProps = {
  scripts: readonly ListedScript[];
  /** It opens: what is in it may be old. */
  onOpen: () => void;
  onChoose: (id: ScriptId) => void;
};

/** A button that opens the scripts in their groups, with a field to find one. Esc and a press elsewhere close it. */
export function ScriptFlyout({ scripts, onOpen, onChoose }: ScriptFlyoutProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const groups = groupsOf(scripts, sought, words.noGroup);

  const open = () => {
    setSought('');
    setOpen(true);
    onOpen();
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    whole.current?.querySelector('input')?.focus();
    const elsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    document.addEventListener('pointerdown', elsewhere);
    whole.current?.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      whole.current?.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen]);

  return (
    <div ref={whole} class="ext-flyout">
      <Button
        ref={button}
        kind="primary"
        icon={ChevronDown}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        onClick={() => (isOpen ? setOpen(false) : open())}
      >
        {words.choose}
      </Button>
      {isOpen && (
        <div id={`${id}-list`} class="ext-flyout-list" role="group" aria-label={words.choose}>
          <TextInput
            label={words.find}
            labelUnseen
            placeholder={words.find}
            type="search"
            value={sought}
            autocomplete="off"
            onValue={setSought}
          />
          {groups.length === 0 && <p class="rh-soft">{words.noneFound}</p>}
          {groups.map(({ title, scripts: of }) => (
            <div key={title} role="group" aria-label={title}>
              <h3>
                <OutsideText text={title} />
              </h3>
              {of.map((script) => (
                <button
                  key={script.id}
                  type="button"
                  class="ext-flyout-script"
                  aria-labelledby={`${id}-${script.id}`}
                  aria-describedby={script.description === '' ? undefined : `${id}-${script.id}-does`}
                  onClick={() => {
                    close();
                    onChoose(script.id);
                  }}
                >
                  <span id={`${id}-${script.id}`}>
                    <OutsideText text={script.name} />
                  </span>
                  {script.description !== '' && (
                    <span id={`${id}-${script.id}-does`} class="rh-soft">
                      <OutsideText text={script.description} />
                    </span>
                  )}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
