import { webLink } from '#contracts/links';
import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { evidenceOf, missingEvidence } from '#contracts/tasks/evidence';
import { useKeys } from '../../frame/keys.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { useUnitWord } from '../../ui/text/use-unit-word.ts';
import type { Entry, ResultRow } from './decision.ts';
import { indicatorOf, liveEntries, sumOf } from './decision.ts';
import { PartnerSide } from './partner-side.tsx';
import { dialogHead } from '../../ui/dialog-head.ts';
import { PageModal } from '../../ui/dialogs/page-modal.tsx';

type Photo = Entry['photos'][number];

function Viewer({ photo, onClose }: { photo: Photo; onClose: () => void }) {
  const { t } = useI18n();
  const [zoom, setZoom] = useState(1);
  const change = (step: number) => setZoom((value) => Math.min(4, Math.max(0.5, value + step)));
  return (
    <PageModal
      attributes={dialogHead}
      opened
      onClose={onClose}
      fullScreen
      title={t('confirm.photo')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      onKeyDown={(event) => {
        if (event.key === '+' || event.key === '=') change(0.5);
        if (event.key === '-') change(-0.5);
      }}
    >
      <div className="viewer-acts">
        <ActionIcon variant="default" aria-label={t('confirm.zoomIn')} onClick={() => change(0.5)}>
          <Icon name="zoom-in" />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('confirm.zoomOut')} onClick={() => change(-0.5)}>
          <Icon name="zoom-out" />
        </ActionIcon>
      </div>
      <div className="viewer">
        <img
          src={photo.url}
          alt={t('confirm.photoBy', { name: photo.takenBy.fullName })}
          style={{ width: `${zoom * 100}%` }}
        />
      </div>
    </PageModal>
  );
}

function Strip({ photos, at, onPick }: { photos: readonly Photo[]; at: number; onPick: (index: number) => void }) {
  const { t } = useI18n();
  if (photos.length < 2) return null;
  return (
    <div className="photo-strip">
      {photos.map((photo, index) => (
        <button
          type="button"
          key={photo.id}
          aria-pressed={index === at}
          aria-label={t('confirm.photoN', { n: index + 1 })}
          onClick={() => onPick(index)}
        >
          <img src={photo.url} alt="" />
        </button>
      ))}
    </div>
  );
}

function MainPhoto({ photo, onEnlarge }: { photo: Photo; onEnlarge: () => void }) {
  const { t } = useI18n();
  const alt = t('confirm.photoBy', { name: photo.takenBy.fullName });
  return (
    <button type="button" className="photo-main" onClick={onEnlarge} aria-label={t('confirm.enlarge')}>
      <img src={photo.url} alt={alt} width={photo.width} height={photo.height} />
    </button>
  );
}

function PhotoFacts({ photo }: { photo: Photo }) {
  const { t, lang } = useI18n();
  return (
    <p className="caption photo-facts">
      <span>
        <Icon name="clock" size={15} /> {formatMoment(photo.at, Date.now(), lang)}
      </span>
      <span>
        <Icon name="user" size={15} /> {t('confirm.sentBy', { name: photo.takenBy.fullName })}
      </span>
    </p>
  );
}

function Photos({ result }: { result: ResultRow }) {
  const { t } = useI18n();
  // A correction stands in for a figure; the photos of the entry that it corrects stay evidence.
  const photos = result.entries.flatMap((entry) => entry.photos);
  const pending = result.entries.reduce((sum, entry) => sum + entry.photosPending, 0);
  const [at, setAt] = useState(0);
  const [big, setBig] = useState(false);
  const photo = photos[at];
  useKeys({ '+': () => photo && setBig(true) });
  if (!photo)
    return (
      <div className="photos">
        <p className="photo-none">
          <Icon name="photo" /> {pending > 0 ? t('confirm.photoComing') : t('confirm.noPhoto')}
        </p>
      </div>
    );
  return (
    <div className="photos">
      <MainPhoto photo={photo} onEnlarge={() => setBig(true)} />
      <Strip photos={photos} at={at} onPick={setAt} />
      <PhotoFacts photo={photo} />
      {pending > 0 && <p className="caption">{t('confirm.photoComing')}</p>}
      {big && <Viewer photo={photo} onClose={() => setBig(false)} />}
    </div>
  );
}

function Proof({ entry }: { entry: Entry }) {
  const { t } = useI18n();
  return (
    <>
      {entry.applicationCodes.length > 0 && (
        <span className="num">
          {entry.applicationCodes.slice(0, 8).join(', ')}
          {entry.applicationCodes.length > 8 && ' …'}
        </span>
      )}
      {entry.links.map((link) => (
        <a key={link} href={webLink(link)} target="_blank" rel="noreferrer noopener" className="proof-link">
          <Icon name="link" size={14} /> {link.replace(/^https?:\/\//, '').slice(0, 40)}
        </a>
      ))}
      {entry.applicationCodes.length === 0 && entry.links.length === 0 && (
        <span className="muted">{entry.photos.length > 0 ? t('confirm.photos', { n: entry.photos.length }) : '–'}</span>
      )}
    </>
  );
}

/** "Toàn trình 12, Người cao tuổi 9, Số phút 60": as the team has told. */
function Kinds({ entry }: { entry: Entry }) {
  const { t, n, lang } = useI18n();
  const told = (entry.breakdown ?? []).map(({ by, kind, value, name, nameEn }) => {
    const word = kind === '' ? t(`asks.${by}` as MessageId) : lang === 'en' ? nameEn : name;
    return `${word} ${n(value)}`;
  });
  return told.length > 0 && <span className="cell-2">{told.join(', ')}</span>;
}

function What({ entry }: { entry: Entry }) {
  return (
    <div>
      {entry.note ?? <span className="muted">–</span>}
      <span className="cell-2">{entry.by.fullName}</span>
      <Kinds entry={entry} />
    </div>
  );
}

function Value({ entry }: { entry: Entry }) {
  const { t, n } = useI18n();
  return (
    <div>
      {n(entry.value)}
      {entry.confirmedAt && (
        <span className="good cell-2">
          <Icon name="check" size={14} label={t('board.state.confirmed')} />
        </span>
      )}
    </div>
  );
}

/** Every report with its own proof. */
function Entries({ result, entries }: { result: ResultRow; entries: readonly Entry[] }) {
  const { t, n, lang } = useI18n();
  const unit = useUnitWord(indicatorOf(result));
  return (
    <PlainTable
      rows={entries}
      rowId={({ id }) => id}
      columns={[
        {
          header: t('confirm.col.day'),
          cell: ({ happenedOn }) => formatDate(happenedOn, lang),
          className: 'num',
          total: t('table.total'),
        },
        { header: t('confirm.col.what'), cell: (entry) => <What entry={entry} /> },
        {
          header: unit.charAt(0).toLocaleUpperCase('vi') + unit.slice(1),
          cell: (entry) => <Value entry={entry} />,
          right: true,
          total: n(sumOf(entries)),
        },
        { header: t('confirm.col.proof'), cell: (entry) => <Proof entry={entry} /> },
      ]}
    />
  );
}

/** What the order asks for and is not here: never sent, or a photo that has not arrived yet. */
function StillMissing({ result }: { result: ResultRow }) {
  const { t } = useI18n();
  const given = evidenceOf(result.entries.map((entry) => ({ ...entry, photosPending: 0 })));
  const missing = missingEvidence(result.task?.evidence ?? [], given, result.task?.minimumCodes);
  if (missing.length === 0) return null;
  return (
    <p className="warn evidence-missing" role="status">
      <Icon name="alert-triangle" size={16} />{' '}
      {t('confirm.evidenceMissing', { kinds: missing.map((kind) => t(`evidence.${kind}`)).join(', ') })}
    </p>
  );
}

/** What the team sent: photos, then every report with its own proof. */
export function EvidencePanel({ result }: { result: ResultRow }) {
  const { t } = useI18n();
  const entries = liveEntries(result);
  const people = [...new Set(entries.map((entry) => entry.by.fullName))];
  return (
    <section className="card evidence" aria-label={t('confirm.evidence')}>
      <StillMissing result={result} />
      <PartnerSide result={result} />
      <Photos result={result} />
      {people.length > 0 && (
        <p className="caption evidence-by">
          <Icon name="users-group" size={15} /> {t('confirm.workedBy', { names: people.join(', ') })}
        </p>
      )}
      <Entries result={result} entries={entries} />
    </section>
  );
}
