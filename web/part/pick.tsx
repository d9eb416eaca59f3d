// Choosing one of a list: label, button, list; the button shows what is chosen.
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
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
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly hideLabel?: boolean;
}): ReactNode {
  return (
    <Select
      className="pick"
      value={chosen}
      onChange={(key) => {
        if (key !== null) choose(String(key));
      }}
    >
      <Label className={hideLabel ? 'hidden' : ''}>{label}</Label>
      <Button>
        <SelectValue className="pick-value">{({ selectedText }) => selectedText}</SelectValue>
        <Caret />
      </Button>
      <Popover className="pick-list">
        <ListBox items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label}>
              <span>{choice.label}</span>
              {choice.note !== undefined && <span className="quiet">{choice.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
