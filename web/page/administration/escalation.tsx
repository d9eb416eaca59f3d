// The escalation rules as a table to edit: what of a matter proposes which grade. The server refuses rules that contradict.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { settingTable } from '../../../core/contract/settings.ts';
import { type EscalationRule, escalationSigns } from '../../../core/supervise/escalation.ts';
import { noticeGrades, noticeReasons } from '../../../core/supervise/notice.ts';
import {
  escalationSignLabel,
  noticeGradeLabel,
  noticeReasonLabel,
} from '../../../core/vocabulary/supervise.ts';
import { call } from '../../api.ts';
import { useProblemWords } from '../../part/state.tsx';
import { escalationText } from '../../text/escalation.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

const ats = ['none', ...noticeGrades, 'any'] as const;

interface PickGiven<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly word: (option: T) => string;
  readonly change: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, word, change }: PickGiven<T>): ReactNode {
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      onChange={({ target }) => change(options.find((option) => option === target.value) ?? value)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {word(option)}
        </option>
      ))}
    </select>
  );
}

function RuleRow({
  rule,
  number,
  change,
  remove,
}: {
  readonly rule: EscalationRule;
  readonly number: number;
  readonly change: (rule: EscalationRule) => void;
  readonly remove: () => void;
}): ReactNode {
  const t = useFeatureText(escalationText);
  const { language } = useLanguage();
  const label = (what: string): string => `${t.number(number)} ${what}`;
  const atWord = (at: (typeof ats)[number]): string =>
    at === 'none' ? t.none : at === 'any' ? t.any : noticeGradeLabel[at][language];
  return (
    <tr>
      <td>
        <Choice
          {...{ label: label(t.when), value: rule.sign, options: escalationSigns }}
          word={(sign) => escalationSignLabel[sign][language]}
          change={(sign) => change({ ...rule, sign })}
        />
      </td>
      <td>
        <input
          className="field-input least"
          type="number"
          min={1}
          max={3660}
          aria-label={label(t.least)}
          value={rule.least}
          onChange={({ target }) => change({ ...rule, least: Number(target.value) })}
        />
      </td>
      <td>
        <Choice
          {...{ label: label(t.at), value: rule.at, options: ats, word: atWord }}
          change={(at) => change({ ...rule, at })}
        />
      </td>
      <td>
        <Choice
          {...{ label: label(t.to), value: rule.to, options: noticeGrades }}
          word={(grade) => noticeGradeLabel[grade][language]}
          change={(to) => change({ ...rule, to })}
        />
      </td>
      <td>
        <Choice
          {...{ label: label(t.reason), value: rule.reason, options: noticeReasons }}
          word={(reason) => noticeReasonLabel[reason][language]}
          change={(reason) => change({ ...rule, reason })}
        />
      </td>
      <td>
        <button type="button" className="link" aria-label={t.removeRule(number)} onClick={remove}>
          {t.remove}
        </button>
      </td>
    </tr>
  );
}

const freeId = (rules: readonly EscalationRule[]): string => {
  for (let number = rules.length + 1; ; number += 1)
    if (!rules.some(({ id }) => id === `rule-${number}`)) return `rule-${number}`;
};

export function EscalationForm({
  value,
  close,
}: {
  readonly value: unknown;
  readonly close: () => void;
}): ReactNode {
  const t = useFeatureText(escalationText);
  const client = useQueryClient();
  const words = useProblemWords();
  const read = settingTable['supervise.escalation'].shape.safeParse(value);
  const [rules, setRules] = useState<readonly EscalationRule[]>(read.success ? read.data : []);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const body = { key: 'supervise.escalation', value: rules.map((rule) => ({ ...rule })), reason };
      await call('POST /api/settings', { body }, undefined, crypto.randomUUID());
      await client.invalidateQueries();
      close();
    } catch (cause) {
      setFault(words(cause));
    }
  };
  const add = (): void =>
    setRules([
      ...rules,
      {
        id: freeId(rules),
        sign: 'reportLate',
        least: 1,
        at: 'none',
        to: 'reminder',
        reason: 'reportMissing',
      },
    ]);
  const headings = [t.when, t.least, t.at, t.to, t.reason];
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <p className="note">{t.hint}</p>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading}>{heading}</th>
              ))}
              <th>
                <span className="hidden">{t.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                number={index + 1}
                change={(next) => setRules(rules.with(index, next))}
                remove={() => setRules(rules.toSpliced(index, 1))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" className="button" onClick={add}>
          {t.add}
        </button>
      </p>
      <div className="labelled over">
        <label htmlFor="escalation-because">{t.because}</label>
        <input
          id="escalation-because"
          className="field-input"
          required
          minLength={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {fault !== '' && (
        <p className="alert" role="alert">
          {fault}
        </p>
      )}
      <p>
        <button type="submit" className="button primary">
          {t.save}
        </button>
      </p>
    </form>
  );
}
