import { Link } from '@tanstack/react-router';
import { formatDate, formatMoment } from '#i18n';
import type { Schemas } from '../../../api/client.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Dialog } from '../../../ui/form.tsx';
import { type PlainColumn, PlainTable } from '../../../ui/table/plain-table.tsx';
import type { Figure } from '../report-facts.ts';
import { unitOf } from '../../../ui/text/figures.ts';

interface Props {
  name: string;
  figure: Figure;
  source: Schemas['FigureSource'];
  onClose: () => void;
}

/** Its photos and links; each opens by itself. */
function Evidence({ record: { pictures, links } }: { record: Schemas['ReportRecord'] }) {
  const { t } = useI18n();
  if (pictures.length + links.length === 0) return null;
  return (
    <span className="rec-evidence">
      {pictures.map(({ id, url, takenBy }, index) => (
        <a key={id} href={url} target="_blank" rel="noreferrer">
          <img src={url} alt={t('rep.rec.photoAlt', { n: index + 1, name: takenBy.fullName })} loading="lazy" />
        </a>
      ))}
      {links.map((link) => (
        <a key={link} className="link" href={link} target="_blank" rel="noreferrer">
          {link}
        </a>
      ))}
    </span>
  );
}

/** What was done, with its receipt and evidence, who confirmed it. */
function Work({ record }: { record: Schemas['ReportRecord'] }) {
  const { t, lang } = useI18n();
  return (
    <div>
      {record.taskTitle ?? t('rep.rec.quick')}
      <span className="cell-2">
        {t('rep.rec.receipt')} {record.receipt}
        {record.photos > 0 && ` · ${t('rep.rec.photos')} ${record.photos}`}
      </span>
      <Evidence record={record} />
      {record.confirmed && (
        <span className="cell-2">
          {t('rep.rec.confirmed', {
            name: record.confirmed.by.fullName,
            at: formatMoment(record.confirmed.at, Date.now(), lang),
          })}
        </span>
      )}
      {record.unseen && <span className="cell-2">{t(`rep.rec.unseen.${record.unseen}`)}</span>}
    </div>
  );
}

function useColumns(figure: Figure): PlainColumn<Schemas['ReportRecord']>[] {
  const { t, n, lang } = useI18n();
  return [
    {
      header: t('rep.rec.team'),
      cell: ({ team, by }) => (
        <>
          <Link className="cell-link" to="/teams/$teamId" params={{ teamId: team.id }}>
            {team.name}
          </Link>
          <span className="cell-2">{by.fullName}</span>
        </>
      ),
    },
    {
      header: t('rep.rec.day'),
      cell: ({ happenedOn, isLate }) => (
        <div>
          <span className="num">{formatDate(happenedOn, lang)}</span>
          {isLate && <span className="cell-2 warn-text">{t('rep.rec.late')}</span>}
        </div>
      ),
    },
    { header: unitOf(figure.indicator, lang), cell: ({ value }) => n(value), right: true },
    { header: t('rep.rec.work'), cell: (record) => <Work record={record} /> },
  ];
}

/** "Mức dịch vụ: Toàn trình 100, Một phần 15, chưa chia 5". */
function Kinds({
  figure,
  breakdown,
}: {
  figure: Figure;
  breakdown: NonNullable<Schemas['FigureSource']['breakdown']>;
}) {
  const { t, n, lang } = useI18n();
  if (breakdown.length === 0) return null;
  return (
    <dl className="kinds">
      {breakdown.map(({ by, name, nameEn, isPart, divided, kinds }) => {
        const left = (figure.now.numerator ?? 0) - divided;
        const parts = kinds.map((kind) => [lang === 'en' ? kind.nameEn : kind.name, n(kind.value)].join(' ').trim());
        return (
          <div key={by}>
            <dt>{(lang === 'en' ? nameEn : name) || t(`asks.${by}` as MessageId)}</dt>
            <dd>{[...parts, ...(isPart && left > 0 ? [t('rep.rec.undivided', { n: n(left) })] : [])].join(', ')}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The confirmed lines behind a figure. */
export function RecordsDialog({ name, figure, source, onClose }: Props) {
  const { t } = useI18n();
  return (
    <Dialog title={t('rep.fig.records', { name })} size="xl" onClose={onClose}>
      <Kinds figure={figure} breakdown={source.breakdown ?? []} />
      <PlainTable
        label={t('rep.fig.records', { name })}
        rows={source.records}
        rowId={(record) => `${record.entryId}-${source.records.indexOf(record)}`}
        columns={useColumns(figure)}
      />
      {source.records.length < source.total && (
        <p className="caption">{t('rep.fig.shown', { a: source.records.length, b: source.total })}</p>
      )}
    </Dialog>
  );
}
