// Choosing one of a list: label, button, list; the button shows what is chosen.
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useLanguage } from '../text/language.tsx';
import { Caret } from './icon.tsx';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

export function Pick({
  label,
  choices,
  chosen,
  choose,
  hideLabel = false,
  namesLang,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly hideLabel?: boolean;
  /** The language of the choices where they stay as documents print them; the label keeps the page's. */
  readonly namesLang?: 'zh-CN';
}): ReactNode {
  const { language } = useLanguage();
  const pick = (
    <Select
      className="pick"
      // An empty list cannot be opened: until its choices are there the button says so, and no press is lost on it.
      isDisabled={choices.length === 0}
      value={chosen}
      onChange={(key) => {
        if (key !== null) choose(String(key));
      }}
    >
      <Label className={hideLabel ? 'hidden' : ''} lang={namesLang && (language === 'zh' ? 'zh-CN' : 'en')}>
        {label}
      </Label>
      <Button>
        <SelectValue className="pick-value">{({ selectedText }) => selectedText}</SelectValue>
        <Caret />
      </Button>
      <Popover className="pick-list">
        <ListBox items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label}>
              <span lang={namesLang}>{choice.label}</span>
              {choice.note !== undefined && <span className="quiet">{choice.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
  return namesLang ? <span lang={namesLang}>{pick}</span> : pick;
}
