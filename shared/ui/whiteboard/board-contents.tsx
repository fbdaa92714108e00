import type { BoardSide, PlacedItem } from '../../contract/whiteboard.ts';
import { safeName } from '../safe-text.ts';
import type { BoardModel } from './board-model.ts';
import { boardTexts as texts } from './board-texts.ts';

type BoardContentsProps = { model: BoardModel; names: Readonly<Record<BoardSide, string>> };

/** What lies on the tab, in words: for who does not see it, and for who selects without a pointer. */
export function BoardContents({ model, names }: BoardContentsProps) {
  const things = model.shown.value;
  return (
    <details class="rh-board-contents">
      <summary>{texts.contents(things.length)}</summary>
      {things.length === 0 ? (
        <p class="rh-soft">{texts.empty}</p>
      ) : (
        <ul>
          {things.map((placed) => (
            <li key={placed.item.id}>
              <button
                type="button"
                aria-pressed={model.selected.value.has(placed.item.id)}
                onClick={() => {
                  model.tool.value = 'select';
                  model.selected.value = new Set([placed.item.id]);
                }}
              >
                {wordsFor(placed, names)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function wordsFor({ item, by }: PlacedItem, names: BoardContentsProps['names']): string {
  const words = item.kind === 'text' ? item.text : item.kind === 'picture' ? item.name : '';
  return texts.thing(item.kind, safeName(words, 60), 'ink' in item ? texts.inks[item.ink] : '', names[by]);
}
