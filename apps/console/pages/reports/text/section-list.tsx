import { reportSections, type ReportSection } from '#contracts/reporting/report-states';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { type Mark, markOf, type Report, sectionWord, standingComments, writtenCount } from '../report-facts.ts';

const icons: Record<Mark, IconName> = {
  done: 'circle-check',
  missing: 'circle-dashed',
  optional: 'minus',
  comment: 'alert-circle',
};

/** Headings that stand before a section, in the list and on the page. */
export const partBefore: Partial<Record<ReportSection, 'results' | 'review'>> = {
  communication: 'results',
  strengths: 'review',
};

export const inner: readonly ReportSection[] = [
  'communication',
  'digital_government',
  'digital_economy',
  'digital_society',
  'strengths',
  'difficulties',
  'causes',
];

export const placeOf = (cell: string): string => `cell-${cell}`;

export function goTo(cell: string): void {
  const place = document.getElementById(placeOf(cell));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('.words[contenteditable]')?.focus({ preventScroll: true });
}

function Row({ cell, label, mark }: { cell: string; label: string; mark: Mark }) {
  const { t } = useI18n();
  return (
    <li data-inner={inner.includes(cell as ReportSection) || undefined}>
      <button type="button" data-mark={mark} onClick={() => goTo(cell)}>
        <Icon name={icons[mark]} size={16} />
        <span>
          {label}
          <span className="visually-hidden">, {t(`rep.mark.${mark}`)}</span>
        </span>
      </button>
    </li>
  );
}

/** Sections with their state; one press goes there. */
export function SectionList({ report, texts }: { report: Report; texts: Record<ReportSection, string> }) {
  const { t } = useI18n();
  const comments = standingComments(report);
  const onTable = comments.some(({ cell }) => !reportSections.includes(cell as ReportSection));
  return (
    <nav className="card section-list" aria-label={t('rep.sections')}>
      <h2>{t('rep.sectionsDone', { a: writtenCount(texts), b: reportSections.length })}</h2>
      <ul>
        {reportSections.map((key) => (
          <Section key={key} report={report} section={key} mark={markOf(key, texts[key], comments)} />
        ))}
        <Row cell="table" label={t('rep.s.table')} mark={onTable ? 'comment' : 'done'} />
      </ul>
      <p className="section-note">
        <Icon name="lock" size={15} />{' '}
        {report.may.write ? (
          <span>
            <b>{t('rep.lockedFigures')}</b> {t('rep.freeWords')}
          </span>
        ) : (
          t('rep.readOnly')
        )}
      </p>
    </nav>
  );
}

function Section({ report, section, mark }: { report: Report; section: ReportSection; mark: Mark }) {
  const { t } = useI18n();
  const part = partBefore[section];
  return (
    <>
      {part && <li className="section-part">{t(`rep.part.${part}` as MessageId)}</li>}
      <Row cell={section} label={t(sectionWord(section, report))} mark={mark} />
    </>
  );
}
