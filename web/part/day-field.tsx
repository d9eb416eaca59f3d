// A day written YYYY-MM-DD in every browser and language; typed, or picked in the browser's own calendar.
import { type ReactNode, useRef, useState } from 'react';
import { isIsoDate } from '../../core/quantity/date.ts';
import { useText } from '../text/language.tsx';
import { CalendarIcon } from './icon.tsx';

export function DayField({
  label,
  day,
  choose,
}: {
  readonly label: string;
  readonly day: string;
  readonly choose: (day: string) => void;
}): ReactNode {
  const t = useText();
  const [typed, type] = useState(day);
  const calendar = useRef<HTMLInputElement>(null);
  const wrong = typed !== '' && !isIsoDate(typed);
  const take = (text: string): void => {
    if (isIsoDate(text) && text !== day) choose(text);
  };
  return (
    <span className="day-field">
      <label className="labelled">
        {label}
        <input
          className="field-input day"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          placeholder="YYYY-MM-DD"
          value={typed}
          aria-invalid={wrong}
          title={wrong ? t.when.noSuchDay(typed) : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => (typed === '' ? type(day) : take(typed))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(typed);
          }}
        />
      </label>
      <button
        type="button"
        className="day-open"
        aria-label={t.when.calendar}
        onClick={() => calendar.current?.showPicker()}
      >
        <CalendarIcon />
      </button>
      <input
        ref={calendar}
        type="date"
        className="day-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={isIsoDate(typed) ? typed : ''}
        onChange={(event) => {
          type(event.target.value);
          take(event.target.value);
        }}
      />
    </span>
  );
}
