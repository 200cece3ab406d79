import { Button } from '@mantine/core';
import { dateInVietnam, formatDate } from '#i18n';
import { api, type Schemas } from '../../../api/client.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { isOpen, type Report, sectionWord } from '../report-facts.ts';
import { nameOf } from '../../../ui/text/figures.ts';
import type { More, Texts } from './words-draft.ts';
import type { Words } from './use-words.ts';

type Draft = Schemas['LeftDrafts']['items'][number];
interface Props {
  report: Report;
  words: Words;
}

/** What was chosen stands behind what is written there already. */
function useTaking({ report, words }: Props) {
  const { t } = useI18n();
  const section = ({ key, text }: Draft['sections'][number]) => {
    const written = (words.texts as Partial<Texts>)[key]?.trimEnd();
    words.write(key, written ? `${written}\n${text}` : text);
    showNotice(t('rep.left.taken', { section: t(sectionWord(key, report)) }));
  };
  const more = (what: More) =>
    void words
      .flush(what)
      .then((saved) => showNotice(t(saved ? 'rep.left.saved' : 'rep.notSaved'), saved ? undefined : 'failed'));
  return { section, more };
}

function Taken({ children, onTake }: { children: React.ReactNode; onTake: (() => void) | null }) {
  const { t } = useI18n();
  return (
    <div className="left-part">
      {children}
      {onTake && (
        <Button size="xs" variant="default" onClick={onTake}>
          {t('rep.left.take')}
        </Button>
      )}
    </div>
  );
}

function Marks({ marks }: Pick<Draft, 'marks'>) {
  const { t, lang } = useI18n();
  return (
    <ul className="left-marks">
      {marks.map(({ kind, person, at, note }) => (
        <li key={`${kind} ${person.id} ${at}`}>
          {t(`rep.left.${kind}`, {
            name: person.fullName,
            at: formatDate(dateInVietnam(at), lang, { withYear: true }),
          })}
          {note && `: ${note}`}
        </li>
      ))}
    </ul>
  );
}

function Left({ draft, report, words }: Props & { draft: Draft }) {
  const { t, lang } = useI18n();
  const take = useTaking({ report, words });
  const may = report.may.write && isOpen(report);
  const { unit, sections, notes, silent, marks } = draft;
  const figure = (code: string) => report.figures.find(({ indicator }) => indicator.code === code)?.indicator;
  return (
    <section className="left-draft" aria-label={t('rep.left.of', { unit: unit.fullName })}>
      <h3>{t('rep.left.of', { unit: unit.fullName })}</h3>
      <Marks marks={marks} />
      {sections.map((one) => (
        <Taken key={one.key} onTake={may ? () => take.section(one) : null}>
          <b>{t(sectionWord(one.key, report))}</b>
          <p lang="vi">{one.text}</p>
        </Taken>
      ))}
      {notes.map((one) => {
        const indicator = figure(one.code);
        return (
          <Taken key={one.code} onTake={may ? () => take.more({ notes: [one] }) : null}>
            <b>{indicator ? nameOf(indicator, lang) : one.code}</b>
            <p lang="vi">{one.note}</p>
          </Taken>
        );
      })}
      {silent.map(({ teamId, team, reason }) => (
        <Taken key={teamId} onTake={may ? () => take.more({ silent: [{ teamId, reason }] }) : null}>
          <b>{t('rep.silent.reason', { team })}</b>
          <p lang="vi">{reason}</p>
        </Taken>
      ))}
    </section>
  );
}

/** What units that ended had written for the same month: nothing of it is lost, and nothing is taken over by itself. */
export function LeftDrafts({ report, words }: Props) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/reports/{reportId}/left-drafts', { params: { path: { reportId: report.id } } });
  const drafts = query.data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <Card title={t('rep.left.title')}>
      <div className="card-body">
        <p className="muted">{t(report.may.write ? 'rep.left.text' : 'rep.left.textRead')}</p>
        {drafts.map((draft) => (
          <Left key={draft.unit.id} draft={draft} report={report} words={words} />
        ))}
      </div>
    </Card>
  );
}
