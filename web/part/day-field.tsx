// A day written YYYY-MM-DD in every browser and language; typed, or picked in the browser's own calendar.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isIsoDate } from '../../core/quantity/date.ts';
import { useText } from '../text/language.tsx';
import { CalendarIcon } from './icon.tsx';

export function DayField({
  label,
  day,
  choose,
  focus = false,
}: {
  readonly label: string;
  readonly day: string;
  /** The field was opened by the reader and takes what is typed next. */
  readonly focus?: boolean;
  readonly choose: (day: string) => void;
}): ReactNode {
  const t = useText();
  const [typed, type] = useState(day);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
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
          ref={field}
          className="field-input day"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          placeholder="YYYY-MM-DD"
          value={typed}
          aria-invalid={wrong}
          aria-describedby={wrong && typed.length === 10 ? id : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => (typed === '' ? type(day) : take(typed))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take(typed);
          }}
        />
      </label>
      {wrong && typed.length === 10 && (
        <span id={id} className="field-fault day-fault" role="alert">
          {t.when.noSuchDay(typed)}
        </span>
      )}
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
