import { Globe } from 'lucide';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';

const MARK =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'%3E%3Crect width='40' height='40' rx='8' fill='%2324393b'/%3E%3Cpath d='M6 24q5-5 9 0t9 0 10 0M6 31q5-5 9 0t9 0 10 0' stroke='white' stroke-width='2' fill='none'/%3E%3Cpath d='M13 18a7 7 0 0 1 14 0' stroke='%23e0c04c' stroke-width='2' fill='none'/%3E%3C/svg%3E";

export const ostervale = { name: 'Ostervale City Services', line: 'Computer help', markUrl: MARK };

export const footer = [
  { label: 'Privacy', href: '#privacy' },
  { label: 'What your computer needs', href: '#needs' },
];

export function Language() {
  return (
    <Menu
      label="Language: English"
      items={[
        { key: 'en', label: 'English', checked: true },
        { key: 'de', label: 'Deutsch', checked: false },
      ]}
      onSelect={() => {}}
    >
      <Icon icon={Globe} size={16} />
      <span class="rh-wide-only">English</span>
    </Menu>
  );
}
