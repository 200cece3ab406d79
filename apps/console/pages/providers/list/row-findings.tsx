import { Button, Select } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card, type Tone, ToneIcon } from '../../../ui/layout.tsx';
import type { Finding, Line, Report } from './use-coverage-list.ts';

/** More than these are mended in the file. */
const SHOWN = 200;

interface RowProps {
  finding: Finding;
  line: Line | undefined;
  busy: boolean;
  onLine: (line: Line) => void;
  onDrop: (row: number) => void;
}

function Row({ finding, line, busy, onLine, onDrop }: RowProps) {
  const { t } = useI18n();
  const { row, code, params, open, units } = finding;
  const tone: Tone = open ? 'late' : 'new';
  const place = line && [line.commune, line.hamlet || t('coverageList.whole')].filter(Boolean).join(' · ');
  const options = units.map(({ id, fullName, former }) => ({
    value: id,
    label: former ? t('coverageList.former', { name: fullName, former }) : fullName,
  }));
  return (
    <li className="coverage-finding">
      <ToneIcon tone={tone} icon={open ? 'alert-circle' : 'info-circle'} />
      <div>
        <h3>
          <span className="num">{t('coverageList.row', { row })}</span> · {place}
        </h3>
        <p>{t(`coverageList.finding.${code}`, params)}</p>
      </div>
      {open && (
        <div className="coverage-finding-acts">
          {line && options.length > 0 && (
            <Select
              size="xs"
              aria-label={t('coverageList.pick')}
              placeholder={t('coverageList.pick')}
              data={options}
              disabled={busy}
              onChange={(unitId) => unitId && onLine({ ...line, unitId })}
            />
          )}
          <Button size="xs" variant="default" disabled={busy} onClick={() => onDrop(row)}>
            {t('coverageList.drop')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface Props extends Omit<RowProps, 'finding' | 'line'> {
  lines: readonly Line[];
  report: Report;
}

/** What is wrong with rows of the file, or is to be known of them; what holds the list back stands first. */
export function RowFindings({ lines, report, ...acts }: Props) {
  const { t } = useI18n();
  const byRow = new Map(lines.map((line) => [line.row, line]));
  const all = [...report.findings].sort((a, b) => Number(b.open) - Number(a.open));
  const note = report.open > 0 ? t('coverageList.findingsNote', { n: report.open }) : t('coverageList.notesOnly');
  return (
    <Card title={t('coverageList.findings')} note={note}>
      <ul className="coverage-findings">
        {all.slice(0, SHOWN).map((finding) => (
          <Row
            key={`${finding.row} ${finding.code} ${finding.field}`}
            finding={finding}
            line={byRow.get(finding.row)}
            {...acts}
          />
        ))}
      </ul>
      {all.length > SHOWN && <p className="card-foot">{t('coverageList.more', { n: all.length - SHOWN })}</p>}
    </Card>
  );
}
