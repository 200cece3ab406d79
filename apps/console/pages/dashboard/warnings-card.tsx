import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { useAt } from '../../ui/at.ts';
import { HowCounted, type HowId } from '../../ui/how-counted.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Card, type Tone, ToneIcon } from '../../ui/layout.tsx';
import { firstNames } from '../../ui/names.ts';
import type { Filter } from '../report-board/board-facts.ts';
import { usePastText } from '../report-board/past-text.ts';
import { type Overview, type Part, partsBy, silentParts, sumsOf, vacantParts } from './overview-facts.ts';
import type { Opened } from './teams-dialog.tsx';
import { MainWords } from '../../ui/header/page-header.tsx';

const RemindDialog = later(() => import('../report-board/remind-dialog.tsx'), 'RemindDialog', [
  'bulk',
  'channels',
  'oversight',
  'reports',
  'sendRequests',
]);

function useNames() {
  const { t } = useI18n();
  return (names: readonly string[]): string => firstNames(t, names, 'over.andMore');
}

/** What is looked at as of another day is not acted on. */
function Warning({ tone, icon, title, text, act }: Line) {
  const at = useAt();
  return (
    <li className="over-warning">
      <ToneIcon tone={tone} icon={icon} />
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      {!at && act}
    </li>
  );
}

interface Line {
  id: string;
  tone: Tone;
  icon: IconName;
  title: string;
  text: string;
  act: ReactNode;
}

interface RemindProps {
  overview: Overview;
  units: readonly Pick<Part, 'unit'>[];
  /** In the page's header it is the next useful act. */
  inHeader?: boolean;
}

function Remind({ overview, units, inHeader }: RemindProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const past = usePastText(overview.warnings.lateBefore);
  const label = t(inHeader ? 'over.remindMissing' : 'over.remind', { n: units.length });
  return (
    <>
      <Button
        className="no-print"
        variant={inHeader ? 'filled' : 'default'}
        leftSection={inHeader && <Icon name="bell-ringing" />}
        onClick={() => setOpen(true)}
      >
        {inHeader ? <MainWords long={label} short={t('over.remind', { n: units.length })} /> : label}
      </Button>
      <Suspense>
        {open && (
          <RemindDialog
            unitId={overview.unit.id}
            month={overview.month}
            unitIds={units.map(({ unit }) => unit.id)}
            note={past}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Whom the header offers to remind: units whose report is late. */
export function RemindMissing({ overview }: { overview: Overview }) {
  const { may } = useIdentity();
  const { missing } = overview.warnings;
  return missing.length > 0 && may('report.receive') ? <Remind overview={overview} units={missing} inHeader /> : null;
}

function useReportLines(overview: Overview): Line[] {
  const { t } = useI18n();
  const { may } = useIdentity();
  const names = useNames();
  const { likelyLate, lateBefore, missing } = overview.warnings;
  const past = usePastText(lateBefore);
  const likely = partsBy(overview.parts, likelyLate);
  const navigate = useNavigate();
  const seeMissing = may('report.receive') && (
    <Button
      className="no-print"
      variant="default"
      onClick={() =>
        void navigate({ to: '/report-board', search: { month: overview.month, filter: 'missing' satisfies Filter } })
      }
    >
      {t('over.seeUnits', { n: missing.length })}
    </Button>
  );
  const act = (units: readonly Pick<Part, 'unit'>[]) =>
    may('report.receive') && <Remind overview={overview} units={units} />;
  return [
    missing.length > 0 && {
      id: 'overdue',
      tone: 'late' as const,
      icon: 'alert-circle' as const,
      title: t('over.overdue', { n: overview.reports?.missing ?? missing.length }),
      text: names(missing.map(({ unit, daysLate }) => t('over.nameDays', { name: unit.name, n: daysLate }))),
      act: seeMissing,
    },
    likely.length > 0 && {
      id: 'likely',
      tone: 'late' as const,
      icon: 'clock' as const,
      title: t('over.likelyLate', { n: likely.length }),
      text: t('over.likelyText', { names: names(likely.map(({ unit }) => `${unit.name} (${past(unit.id)})`)) }),
      act: act(likely),
    },
  ].filter((line) => line !== false);
}

const silentTitles: Partial<Record<Overview['unit']['kind'], MessageId>> = {
  country: 'over.silentCountry',
  commune: 'over.silentHere',
};

function useSilentLine(overview: Overview, onOpen: (opened: Opened) => void): Line[] {
  const { t } = useI18n();
  const names = useNames();
  const silent = silentParts(overview.parts);
  const teams = sumsOf(silent).silent;
  if (teams === 0) return [];
  const isCommune = overview.unit.kind === 'commune';
  const said = { n: teams, days: overview.silentAfterDays, parts: silent.length };
  return [
    {
      id: 'silent',
      tone: 'late',
      icon: 'volume-off',
      title: t(silentTitles[overview.unit.kind] ?? 'over.silent', said),
      text: names(
        silent.map(({ unit, silent: n }) =>
          isCommune ? unit.name : t('over.nameTeams', { name: unit.name, n: n ?? 0 }),
        ),
      ),
      act: overview.unit.kind !== 'country' && (
        <Button className="no-print" variant="default" onClick={() => onOpen({ what: 'silent', unit: overview.unit })}>
          {t('over.seeTeams', { n: teams })}
        </Button>
      ),
    },
  ];
}

function useVacantLine({ unit, parts, warnings }: Overview): Line[] {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const names = useNames();
  const { vacant } = warnings;
  const count = sumsOf(parts).vacant;
  if (count === 0) return [];
  const since = vacant.flatMap((one) => one.since ?? []).sort()[0];
  const text = names(
    vacantParts(parts).map((part) =>
      unit.kind === 'country' ? t('over.nameTeams', { name: part.unit.name, n: part.vacant ?? 0 }) : part.unit.name,
    ),
  );
  return [
    {
      id: 'vacant',
      tone: 'doing',
      icon: 'user-exclamation',
      title: t('over.vacant', { n: count }),
      text: since ? t('over.vacantSince', { names: text, day: formatDate(since, lang) }) : text,
      act: may('committee.manage') && (
        <Button
          className="no-print"
          variant="default"
          onClick={() => void navigate({ to: '/officers', search: { filter: 'vacant' } })}
        >
          {t('over.appoint')}
        </Button>
      ),
    },
  ];
}

/** How the figures of the overview are counted, as far as they stand on it. */
export function OverviewHow({ overview: { unit, lateWarning, silentAfterDays, isCurrent } }: { overview: Overview }) {
  const above = unit.kind !== 'commune';
  const of: HowId[] = [
    ...(above ? (['sent', 'onTime', 'missing'] as const) : []),
    'active',
    ...(isCurrent ? (['silent'] as const) : []),
    ...(isCurrent && above ? (['likely'] as const) : []),
  ];
  return <HowCounted of={of} values={{ ...lateWarning, silentDays: silentAfterDays }} />;
}

/** What goes wrong first, by name, each with its next step. */
export function WarningsCard({ overview, onOpen }: { overview: Overview; onOpen: (opened: Opened) => void }) {
  const { t } = useI18n();
  const reports = useReportLines(overview);
  const silent = useSilentLine(overview, onOpen);
  const vacant = useVacantLine(overview);
  const lines = [...reports, ...silent, ...vacant];
  return (
    <Card
      title={t('over.warnings')}
      {...(overview.unit.kind !== 'commune' && { note: t('over.lastMonths', { n: overview.lateWarning.months }) })}
      aside={<OverviewHow overview={overview} />}
    >
      {lines.length === 0 ? (
        <p className="card-body good-text">
          <Icon name="circle-check" size={18} />{' '}
          {t(overview.unit.kind === 'country' ? 'over.calmCountry' : 'over.calm')}
        </p>
      ) : (
        <ul className="over-warnings">
          {lines.map((line) => (
            <Warning key={line.id} {...line} />
          ))}
        </ul>
      )}
    </Card>
  );
}
