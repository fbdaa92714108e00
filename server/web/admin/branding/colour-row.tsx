import { Check, TriangleAlert } from 'lucide';
import * as v from 'valibot';
import { brandPalette } from '../../../../shared/contract/brand-palette.ts';
import type { BrandPalette } from '../../../../shared/contract/brand-palette.ts';
import { BrandColour } from '../../../../shared/contract/branding.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { FormRow } from '../form/form-row.tsx';

type ColourRowProps = { value: string; error: string | undefined; onValue: (value: string) => void };

/** One colour, and whether people can read what is made of it. */
export function ColourRow({ value, error, onValue }: ColourRowProps) {
  const colour = v.safeParse(BrandColour, value);
  const palette = colour.success ? brandPalette(colour.output) : undefined;
  return (
    <FormRow title={words.colour} hint={words.colourHint}>
      <div class="branding-colour">
        <input
          type="color"
          class="branding-colour-pick"
          aria-label={words.pick}
          // The field always shows some colour; without one of the organisation's it shows that of the tokens.
          value={colour.success ? colour.output : ownAccent()}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <div class="branding-colour-field">
          <TextInput
            label={words.colourField}
            value={value}
            error={error}
            autocomplete="off"
            maxLength={7}
            onValue={onValue}
          />
        </div>
        {value !== '' && <Button onClick={() => onValue('')}>{words.ownColour}</Button>}
      </div>
      {palette !== undefined && (
        <>
          {palette.looksLike !== undefined && <Notice kind="caution">{words.looksLike[palette.looksLike]}</Notice>}
          <Contrasts palette={palette} />
          <p class="rh-soft">{words.moved}</p>
        </>
      )}
    </FormRow>
  );
}

function Contrasts({ palette }: { palette: BrandPalette }) {
  return (
    <ul class="branding-contrasts" aria-label={words.contrasts}>
      {palette.pairs.map(({ theme, pair, ratio, needed }) => {
        const holds = ratio >= needed;
        return (
          <li key={`${theme} ${pair}`} data-holds={holds}>
            <Icon icon={holds ? Check : TriangleAlert} size={16} />
            <span>
              {words.pairs[pair]}, {words.themes[theme]}
            </span>
            <span class="rh-numbers">{words.ratio(ratio)}</span>
            <span class="rh-soft">{holds ? words.holds : words.fails(needed)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function ownAccent(): string {
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
  return v.is(BrandColour, accent) ? accent : '';
}
