// Which plan is shown, on which day it is judged and as known on which day; all three stand in the address.
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk, useWords } from '../ask.ts';
import { day } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DayField } from './day-field.tsx';
import { EyeIcon } from './icon.tsx';
import { DayName, NamedDayPick, NameThisDay } from './named-days.tsx';
import { Pick } from './pick.tsx';

/** Which year's plan is shown; it stands in the address. */
export function PlanPick({
  planId,
  choose,
}: {
  readonly planId: string;
  readonly choose: (planId: string) => void;
}): ReactNode {
  const t = useText();
  const plans = useAsk('GET /api/plans', {});
  return (
    <Pick
      label={t.when.plan}
      hideLabel
      choices={(plans.data?.plans ?? []).map(({ id, year }) => ({ id, label: t.when.year(year) }))}
      chosen={planId}
      choose={choose}
    />
  );
}

export function WhenBar({
  planId,
  asOf,
  fixedPlan = false,
  children,
}: {
  readonly planId: string;
  readonly asOf: string;
  /** The page belongs to one plan; only the day can be changed. */
  readonly fixedPlan?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useText();
  const words = useWords();
  const navigate = useNavigate();
  const go = (next: WhenWords): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }) });
  };
  return (
    <>
      <div className="page-tools">
        {!fixedPlan && <PlanPick planId={planId} choose={(plan) => go({ plan, asOf: undefined })} />}
        <DayField key={asOf} label={t.when.asOf} day={asOf} choose={(next) => go({ asOf: next })} />
        {words.asOf !== undefined && (
          <button type="button" className="link" onClick={() => go({ asOf: undefined })}>
            {t.when.reset}
          </button>
        )}
        <KnownOn knownOn={words.knownOn} go={go} />
        {children}
      </div>
      {words.knownOn !== undefined && <LookingBack knownOn={words.knownOn} />}
    </>
  );
}

interface WhenWords {
  readonly plan?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}

/** Facts recorded later are left out: what people could know on that day. Rarely needed, so behind a button. */
function KnownOn({
  knownOn,
  go,
}: {
  readonly knownOn: string | undefined;
  readonly go: (next: WhenWords) => void;
}): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (knownOn === undefined && !open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <EyeIcon />
        {t.look.open}
      </button>
    );
  return (
    <>
      <DayField
        key={knownOn ?? ''}
        label={t.look.label}
        day={knownOn ?? ''}
        focus={open}
        choose={(next) => go({ knownOn: next })}
      />
      <NamedDayPick knownOn={knownOn} choose={(next) => go({ knownOn: next })} />
      <button
        type="button"
        className="link"
        onClick={() => {
          setOpen(false);
          if (knownOn !== undefined) go({ knownOn: undefined });
        }}
      >
        {t.look.close}
      </button>
    </>
  );
}

/** Stands under the head of every screen that leaves facts out, so that nobody takes the past for the present. */
export function LookingBack({ knownOn }: { readonly knownOn: string }): ReactNode {
  const { language, t } = useLanguage();
  const navigate = useNavigate();
  return (
    <div className="looking-back" role="status">
      <EyeIcon />
      <span>
        {t.look.banner(day(knownOn, language))}
        <DayName day={knownOn} />
      </span>
      <button
        type="button"
        className="link"
        onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, knownOn: undefined }) })}
      >
        {t.look.all}
      </button>
      <NameThisDay day={knownOn} />
    </div>
  );
}
