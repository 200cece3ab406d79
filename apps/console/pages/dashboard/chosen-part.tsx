import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { monthAfter, monthText } from '../../ui/text/months.ts';
import { type Cell, type Metric, type Overview, type Part, percentOf } from './overview-facts.ts';
import type { Opened } from './teams-dialog.tsx';
import { useCellText } from './use-cell-text.ts';

function useFacts(overview: Overview, part: Part, metric: Metric): string {
  const { t } = useI18n();
  const text = useCellText('report');
  const [now, before] = [percentOf(part.active, part.teams), percentOf(part.before.active, part.before.teams)];
  const month = monthText(monthAfter(overview.month, -1));
  const turned = now !== null && before !== null && before !== now;
  const officer = part.unit.kind === 'commune' ? part.officer : undefined;
  return [
    metric === 'active' && turned && t(now < before ? 'over.fellFrom' : 'over.roseFrom', { p: before, month }),
    metric !== 'report' && part.report && text.said({ part, value: 0, level: null, rank: 0 }),
    part.difficulties && t('over.open', { n: part.difficulties }),
    officer && t('over.askOfficer', { name: officer.fullName }),
    officer === null && overview.isCurrent && t('over.noOfficer'),
  ]
    .filter(Boolean)
    .join(' · ');
}

interface Props {
  overview: Overview;
  cell: Cell;
  metric: Metric;
  onOpen: (opened: Opened) => void;
}

/** The teams that a figure of this part leaves behind; nothing where it has none. */
function wantedOf({ active, teams, due, inTime, silent }: Part, metric: Metric): [Opened['what'], number] | null {
  if (metric === 'silent') return silent ? ['silent', silent] : null;
  if (metric === 'inTime') return due > inTime ? ['late', due - inTime] : null;
  return metric === 'active' && teams > active ? ['inactive', teams - active] : null;
}

const openLabels: Partial<Record<Part['unit']['kind'], MessageId>> = {
  province: 'over.openProvince',
  commune: 'over.openCommune',
};

/** Leads to a part's teams; absent for whoever may not see them. */
export function useOpenPart(): ((part: Pick<Part, 'unit'>) => void) | undefined {
  const { may } = useIdentity();
  const navigate = useNavigate();
  if (!may('team.read')) return undefined;
  return ({ unit }) =>
    void navigate({ to: '/teams', search: unit.kind === 'hamlet' ? { q: unit.name } : { unit: unit.id } });
}

/** What is known of the chosen cell, and the ways on from it. */
export function ChosenPart({ overview, cell, metric, onOpen }: Props) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  const { part } = cell;
  const text = useCellText(metric);
  const facts = useFacts(overview, part, metric);
  const isCommune = part.unit.kind === 'commune';
  const wanted = isCommune ? wantedOf(part, metric) : null;
  const open = useOpenPart();
  return (
    <div className="over-chosen" role="status">
      <div>
        <b>
          {part.unit.fullName} · {text.said(cell)}
        </b>
        {facts && <p>{facts}</p>}
      </div>
      <div className="over-chosen-acts no-print">
        {wanted && (
          <Button variant="default" onClick={() => onOpen({ what: wanted[0], unit: part.unit })}>
            {t(wanted[0] === 'late' ? 'over.openTasks' : 'over.openTeams', { n: wanted[1] })}
          </Button>
        )}
        {open && (
          <Button variant="default" onClick={() => open(part)}>
            {t(openLabels[part.unit.kind] ?? 'over.openHamlet')}
          </Button>
        )}
        {isCommune && part.officer && may('committee.manage') && (
          <Button
            variant="default"
            leftSection={<Icon name="phone" size={16} />}
            onClick={() => void navigate({ to: '/officers', search: { q: part.officer?.fullName ?? '' } })}
          >
            {t('over.call')}
          </Button>
        )}
      </div>
    </div>
  );
}
