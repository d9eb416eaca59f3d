// The control of a day inside a form: typed YYYY-MM-DD in every browser and language, or picked in the browser's own calendar.
import { type ReactNode, useId, useRef } from 'react';
import { isIsoDate } from '../../core/quantity/date.ts';
import { useText } from '../text/language.tsx';
import { CalendarIcon } from './icon.tsx';

interface Given {
  readonly id: string;
  readonly value: string;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly change: (day: string) => void;
}

export function DayInput({ id, value, required, invalid, describedBy, change }: Given): ReactNode {
  const t = useText();
  const fault = useId();
  const calendar = useRef<HTMLInputElement>(null);
  const wrong = value.length === 10 && !isIsoDate(value);
  return (
    <span className="day-field">
      <input
        id={id}
        className="field-input day"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        pattern="\d{4}-\d{2}-\d{2}"
        placeholder="YYYY-MM-DD"
        value={value}
        required={required}
        aria-invalid={invalid || wrong}
        aria-describedby={wrong ? `${describedBy} ${fault}` : describedBy}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && (
        <span id={fault} className="field-fault day-fault" role="alert">
          {t.when.noSuchDay(value)}
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
        value={isIsoDate(value) ? value : ''}
        onChange={(event) => change(event.target.value)}
      />
    </span>
  );
}
