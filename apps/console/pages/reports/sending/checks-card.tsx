import { useState } from 'react';
import { reportSections, type ReportSection } from '#contracts/reporting/report-states';
import type { Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { DifficultiesDialog } from './difficulties-dialog.tsx';
import { isOpen, type Report, sectionWord } from '../report-facts.ts';
import { nameOf } from '../../../ui/text/figures.ts';
import { goTo } from '../text/section-list.tsx';
import { SilentDialog } from './silent-dialog.tsx';
import type { Words } from '../text/use-words.ts';

type Check = Schemas['ReportCheck'];
const icons = { ok: 'circle-check', warns: 'alert-triangle', blocks: 'alert-circle' } as const;
const namedUpTo = 4;

/** Names of what a check is about; those that stand on the page lead there. */
function Cells({ check, report }: { check: Check; report: Report }) {
  const { t, lang } = useI18n();
  const label = (cell: string): { text: string; isPlace: boolean } => {
    if (reportSections.includes(cell as ReportSection))
      return { text: t(sectionWord(cell as ReportSection, report)), isPlace: true };
    const indicator = report.figures.find((figure) => figure.indicator.code === cell)?.indicator;
    return indicator ? { text: nameOf(indicator, lang), isPlace: true } : { text: cell, isPlace: false };
  };
  const more = check.count - Math.min(check.cells.length, namedUpTo);
  return (
    <span className="check-cells">
      {check.cells.slice(0, namedUpTo).map((cell) => {
        const { text, isPlace } = label(cell);
        return isPlace ? (
          <button key={cell} type="button" className="link" onClick={() => goTo(cell)}>
            {text}
          </button>
        ) : (
          <span key={cell}>{text}</span>
        );
      })}
      {more > 0 && <span>{t('rep.check.more', { n: more })}</span>}
    </span>
  );
}

function CheckRow({ check, report, words }: { check: Check; report: Report; words: Words }) {
  const { t } = useI18n();
  const [dialog, setDialog] = useState<'silent' | 'difficulties' | null>(null);
  const close = () => setDialog(null);
  const mayWrite = report.may.write && isOpen(report);
  const suggests =
    check.code === 'sectionEmpty' && check.cells.includes('difficulties') && report.difficulties.length > 0;
  return (
    <li data-level={check.level}>
      <Icon name={icons[check.level]} />
      <div>
        <span>{t(`rep.check.${check.code}`, { n: check.count })}</span>
        {check.level === 'blocks' && <span className="caption late"> {t('rep.check.blocks')}</span>}
        {check.level !== 'ok' && <Cells check={check} report={report} />}
        {check.code === 'silentTeams' && mayWrite && (
          <button type="button" className="strong-link" onClick={() => setDialog('silent')}>
            {t('rep.silent.act')}
          </button>
        )}
        {suggests && mayWrite && (
          <button type="button" className="strong-link" onClick={() => setDialog('difficulties')}>
            {t('rep.diff.act', { n: report.difficulties.length })}
          </button>
        )}
      </div>
      {dialog === 'silent' && <SilentDialog report={report} words={words} onClose={close} />}
      {dialog === 'difficulties' && <DifficultiesDialog report={report} words={words} onClose={close} />}
    </li>
  );
}

/** What is fine, what is odd and what stops the sending; each leads to its place. */
export function ChecksCard({ report, words }: { report: Report; words: Words }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const listed = report.checks.some(({ code, cells }) => code === 'sectionEmpty' && cells.includes('difficulties'));
  const n = report.difficulties.length;
  if (report.checks.length === 0 && n === 0) return null;
  return (
    <Card title={t('rep.checks')}>
      <ul className="checks">
        {report.checks.map((check) => (
          <CheckRow key={check.code} {...{ check, report, words }} />
        ))}
      </ul>
      {!listed && n > 0 && (
        <div className="card-foot">
          <button type="button" className="strong-link" onClick={() => setOpen(true)}>
            {t('rep.diff.act', { n })}
          </button>
        </div>
      )}
      {open && <DifficultiesDialog report={report} words={words} onClose={() => setOpen(false)} />}
    </Card>
  );
}
