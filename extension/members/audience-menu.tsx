import { Lock, Users } from 'lucide';
import { Menu } from '../../shared/ui/menu.tsx';
import { drawnKeys } from '../../shared/ui/this-keyboard.ts';
import type { Reader } from '../port/view-state.ts';
import { memberTexts } from '../texts/members-en.ts';

const words = memberTexts.audience;

/** Below what is being written: who will read it. An icon, because the tools beside it leave no room for words; the field says it in words. */
export function AudienceMenu({ audience, onAudience }: { audience: Reader; onAudience: (audience: Reader) => void }) {
  return (
    <Menu
      label={`${words[audience]}, ${words.label}`}
      icon={audience === 'reps' ? Lock : Users}
      items={[
        { key: 'all', label: words.all, icon: Users, checked: audience === 'all' },
        { key: 'reps', label: words.reps, icon: Lock, checked: audience === 'reps', keyHint: drawnKeys('Alt W') },
      ]}
      onSelect={onAudience}
    />
  );
}
