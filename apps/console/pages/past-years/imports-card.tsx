import { Button } from '@mantine/core';
import { useState } from 'react';
import { takeBackPastImport } from '#client/commands';
import { formatMoment } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useList } from '../../api/use-list.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { ImportDialog } from './import-dialog.tsx';
import type { Import } from './past-rows.ts';
import { usePeriodText } from './period-text.ts';
import { pastPaths } from './use-past-file.ts';

const address = '/units/{unitId}/past-imports';

function TakeBack({ of, onClose }: { of: Import; onClose: () => void }) {
  const { t, n } = useI18n();
  const { post } = useIdentity();
  return (
    <CommandForm
      route={takeBackPastImport}
      path={{ unitId: post.unit.id, importId: of.id }}
      touches={pastPaths}
      danger
      title={t('pastYears.takeTitle', { file: of.fileName })}
      text={<p>{t('pastYears.takeText', { n: n(of.figures) })}</p>}
      fields={{ reason: { as: 'note', label: t('pastYears.takeWhy') } }}
      label={t('pastYears.take')}
      said={({ figures }) => t('pastYears.taken', { n: n(figures) })}
      inPlace
      onClose={onClose}
    />
  );
}

function What({ of }: { of: Import }) {
  const periodText = usePeriodText();
  const [first, last] = [of.periods[0], of.periods.at(-1)];
  const spans = [first, last === first ? undefined : last].flatMap((one) => (one ? [periodText(one)] : []));
  return (
    <>
      {of.takenBack ? <s className="muted">{of.fileName}</s> : <b>{of.fileName}</b>}
      <span className="cell-2">
        {spans.join(' – ')} · {of.source}
      </span>
    </>
  );
}

function Who({ of }: { of: Import }) {
  const { t, lang } = useI18n();
  const { by, at } = of.takenBack ?? of;
  return (
    <>
      {of.takenBack ? t('pastYears.takenBy', { name: by.fullName }) : by.fullName}
      <span className="cell-2 num">{formatMoment(at, Date.now(), lang)}</span>
      {of.takenBack && <span className="cell-2">{of.takenBack.reason}</span>}
    </>
  );
}

interface ActsProps {
  of: Import;
  onSee: (of: Import) => void;
  onTake: (of: Import) => void;
}

function Acts({ of, onSee, onTake }: ActsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  return (
    <span className="past-years-acts">
      <Button size="compact-sm" variant="default" onClick={() => onSee(of)}>
        {t('pastYears.see')}
      </Button>
      {!of.takenBack && may('report.write') && (
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => onTake(of)}>
          {t('pastYears.take')}
        </Button>
      )}
    </span>
  );
}

/** Files that were imported, the last first; one that was taken back stays, struck through. */
export function ImportsCard() {
  const { t, n } = useI18n();
  const { post } = useIdentity();
  const [seen, setSeen] = useState<Import | null>(null);
  const [asked, setAsked] = useState<Import | null>(null);
  const pages = useList(address, { path: { unitId: post.unit.id } });
  const columns: Column<Import>[] = [
    { id: 'what', header: t('pastYears.col.file'), value: ({ fileName }) => fileName, cell: (of) => <What of={of} /> },
    {
      id: 'figures',
      header: t('pastYears.col.figures'),
      value: ({ figures }) => figures,
      cell: ({ figures }) => n(figures),
      right: true,
    },
    { id: 'who', header: t('pastYears.col.who'), value: ({ by }) => by.fullName, cell: (of) => <Who of={of} /> },
    {
      id: 'acts',
      header: t('pastYears.col.acts'),
      value: () => null,
      acts: 'line',
      cell: (of) => <Acts of={of} onSee={setSeen} onTake={setAsked} />,
    },
  ];
  return (
    <>
      <h2 className="past-years-title">{t('pastYears.done')}</h2>
      <p className="caption">{t('pastYears.doneNote')}</p>
      <ListCard
        label={t('pastYears.done')}
        what={t('pastYears.files')}
        pages={pages}
        columns={columns}
        rowId={({ id }) => id}
        empty={{ icon: 'history', title: t('pastYears.none'), text: t('pastYears.noneText') }}
      />
      {seen && <ImportDialog of={seen} onClose={() => setSeen(null)} />}
      {asked && <TakeBack of={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
