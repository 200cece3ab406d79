import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isSummed, reportSections, type ReportSection } from '#contracts/reporting/report-states';
import { reportsVi } from '#i18n/console/reporting/reports.vi';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { AddedLines } from './added-lines.tsx';
import { Comments } from './comments.tsx';
import { FigurePopover, type OpenFigure } from '../figures/figure-popover.tsx';
import { FiguresTable } from '../figures/figures-table.tsx';
import { InsertDialog } from './insert-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { figureText, isOpen, type Report, sectionWord, standingComments } from '../report-facts.ts';
import { nameOf } from '../../../ui/text/figures.ts';
import { inner, partBefore, placeOf } from './section-list.tsx';
import { useRights } from '../../../api/use-report-rights.ts';
import type { Words } from './use-words.ts';
import { type Describe, insertMark, markFor } from './words-dom.ts';
import { WordsField, WordsShown } from './words-field.tsx';
import type { Token } from './words-text.ts';

const route = getRouteApi('/reports/$reportId');

/** What a figure in the words shows and is called. */
function useDescribe(report: Report): Describe {
  const { t, lang } = useI18n();
  return useMemo(() => {
    const byCode = new Map(report.figures.map((figure) => [figure.indicator.code, figure]));
    return ({ code, which }) => {
      const figure = byCode.get(code);
      // The page prints in Vietnamese whatever language the screen is in.
      const shown = figure ? figureText(figure, which, 'vi') : '–';
      const name = figure ? nameOf(figure.indicator, lang) : code;
      return { shown, label: t('rep.chip', { name, which: t(`rep.which.${which}`), value: shown }) };
    };
  }, [report.figures, t, lang]);
}

function Letterhead({ report }: { report: Report }) {
  const { t } = useI18n();
  const { kind, title, unit, month } = report;
  const year = month.slice(0, 4);
  const subject = t('rep.print.subject', { month: Number(month.slice(5)), year });
  return (
    <div lang="vi">
      <div className="letterhead">
        <div>
          <span>{t('rep.print.committee')}</span>
          <b>{unit.fullName.toLocaleUpperCase('vi')}</b>
          <span>{t('rep.print.number')}</span>
        </div>
        <div>
          <b>{t('rep.print.republic')}</b>
          <b className="motto">{t('rep.print.motto')}</b>
          <i>{t('rep.print.place', { place: unit.name, year })}</i>
        </div>
      </div>
      <p className="printed-title">{t('rep.print.report')}</p>
      <p className="printed-title">{isSummed(kind) ? title : subject}</p>
    </div>
  );
}

/** Whatever language the screen is in. */
const printedVi: Readonly<Record<string, string>> = reportsVi;

interface SectionProps {
  report: Report;
  words: Words;
  section: ReportSection;
  describe: Describe;
  onOpen: (token: Token, mark: HTMLElement) => void;
  onPlace: (section: ReportSection, root: HTMLElement) => void;
  onInsert: () => void;
}

/** Headings are as they print: in Vietnamese, whatever language the screen is in. */
function DocumentSection({ report, words, section, describe, onOpen, onPlace, onInsert }: SectionProps) {
  const part = partBefore[section];
  const { t } = useI18n();
  const text = words.texts[section];
  const label = t(sectionWord(section, report));
  const Heading = inner.includes(section) ? 'h4' : 'h3';
  const isMarked = standingComments(report).some(({ cell }) => cell === section);
  return (
    <>
      {part && <h3 lang="vi">{reportsVi[`rep.print.${part}`]}</h3>}
      <section id={placeOf(section)} data-returned={isMarked || undefined}>
        {section !== 'opening' && <Heading lang="vi">{printedVi[sectionWord(section, report)]}</Heading>}
        {report.may.write && isOpen(report) ? (
          <WordsField
            {...{ label, text, describe, onOpen, onInsert }}
            onChange={(next) => words.write(section, next)}
            onPlace={(root) => onPlace(section, root)}
          />
        ) : (
          <WordsShown {...{ text, describe, onOpen }} />
        )}
        <AddedLines reportId={report.id} section={section} />
        <Comments report={report} cell={section} />
      </section>
    </>
  );
}

/** Remembers where the caret was, so that a figure goes there after its dialogue. */
function useInsert(describe: Describe) {
  const place = useRef<{ root: HTMLElement; range: Range } | null>(null);
  const [open, setOpen] = useState(false);
  const onPlace = useCallback((_: ReportSection, root: HTMLElement) => {
    const selection = getSelection();
    if (selection?.rangeCount && root.contains(selection.anchorNode))
      place.current = { root, range: selection.getRangeAt(0).cloneRange() };
  }, []);
  const insert = (token: Token) => {
    setOpen(false);
    const at = place.current;
    if (!at) return;
    at.root.focus();
    insertMark(at.range, markFor(token, describe));
    at.root.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  return { place, open, setOpen, onPlace, insert };
}

function Tools({ onInsert }: { onInsert: () => void }) {
  const { t } = useI18n();
  return (
    <div className="printed-tools">
      <button type="button" className="strong-link" onMouseDown={(event) => event.preventDefault()} onClick={onInsert}>
        <Icon name="plus" size={16} /> {t('rep.insert')}
      </button>
      <span className="caption">Times New Roman 14</span>
    </div>
  );
}

/** The figure that is looked at, placed within the page. */
function useOpenFigure() {
  const [figure, setFigure] = useState<OpenFigure | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const onOpen = useCallback(({ code }: Token, mark: HTMLElement) => {
    const outer = frame.current?.getBoundingClientRect();
    const inner = mark.getBoundingClientRect();
    if (outer)
      setFigure({
        code,
        left: inner.left - outer.left,
        top: inner.top - outer.top,
        width: inner.width,
        height: inner.height,
      });
  }, []);
  useAskedFigure(onOpen);
  return { frame, figure, setFigure, onOpen };
}

/** The one that the address names: another screen showed it. */
function useAskedFigure(onOpen: (token: Token, mark: HTMLElement) => void) {
  const { figure: code } = route.useSearch();
  useEffect(() => {
    const row = code ? document.getElementById(placeOf(code)) : null;
    const mark = row?.querySelector<HTMLElement>('.fig-open');
    if (!code || !row || !mark) return;
    row.scrollIntoView({ block: 'center' });
    onOpen({ code, which: 'now' }, mark);
  }, [code, onOpen]);
}

/** The table's heading; the unit's own officer sets the plan of the year from here. */
function TableHead({ report }: { report: Report }) {
  const { t } = useI18n();
  const { writes } = useRights(report);
  const [open, setOpen] = useState(false);
  return (
    <div className="printed-head">
      <h3>{t('rep.s.table')}</h3>
      {writes && isOpen(report) && report.kind === 'monthly' && (
        <button type="button" className="strong-link" onClick={() => setOpen(true)}>
          {t('plan.act')}
        </button>
      )}
      {open && <PlanDialog report={report} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** The page as it prints: letterhead, words with locked figures, the table. Number and date stay blank for the registry. */
export function ReportDocument({ report, words }: { report: Report; words: Words }) {
  const describe = useDescribe(report);
  const { frame, figure, setFigure, onOpen } = useOpenFigure();
  const insert = useInsert(describe);
  const onInsert = () => insert.setOpen(true);
  const { onPlace } = insert;
  return (
    <div className="card printed-card">
      {report.may.write && isOpen(report) && <Tools onInsert={onInsert} />}
      <div className="printed-frame">
        <div className="printed" ref={frame}>
          <Letterhead report={report} />
          {reportSections.map((section) => (
            <DocumentSection key={section} {...{ report, words, section, describe, onOpen, onPlace, onInsert }} />
          ))}
          <section id={placeOf('table')} className="printed-table">
            <TableHead report={report} />
            <FiguresTable report={report} onOpen={onOpen} />
          </section>
          {figure && (
            <FigurePopover
              key={figure.code}
              report={report}
              words={words}
              at={figure}
              onClose={() => setFigure(null)}
            />
          )}
        </div>
      </div>
      {insert.open && (
        <InsertDialog
          report={report}
          ready={insert.place.current !== null}
          onInsert={insert.insert}
          onClose={() => insert.setOpen(false)}
        />
      )}
    </div>
  );
}
