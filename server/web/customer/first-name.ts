import { safeName } from '../../../shared/ui/safe-text.ts';

/** What a person is called after the first mention: the first word of the name, made safe to show in a sentence. */
export function firstName(name: string): string {
  return safeName(name, 80).split(' ')[0] ?? '';
}
