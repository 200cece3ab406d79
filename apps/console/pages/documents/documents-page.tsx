import '@mantine/dates/styles.css';
import { ActionIcon, Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { formatDate } from '#i18n';
import { foldMarks } from '#i18n/fold';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useAllDirectives } from '../../api/use-directives.ts';
import { SearchField } from '../../ui/form.tsx';
import { useTakeover } from '../../frame/use-takeover.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { CorrectedLink } from '../../ui/corrections.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import { CorrectDirectiveModal, DirectiveHistory } from './correct-directive.tsx';
import { DirectiveModal } from './directive-modal.tsx';
import { HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/documents');
export type Directive = Schemas['Directive'];

function Abstract({ row }: { row: Directive }) {
  const { t } = useI18n();
  return (
    <>
      {row.abstract}{' '}
      {row.supersededBy && (
        <Chip tone="mute" icon="ban">
          {t('documents.superseded')}
        </Chip>
      )}
    </>
  );
}

type Step = 'correct' | 'history';
type OnStep = (directive: Directive, step: Step) => void;

function Numbered({ row, onStep }: { row: Directive; onStep: OnStep }) {
  const { t } = useI18n();
  return (
    <>
      <b>{row.number}</b>
      <span className="cell-2">{t(`directive.${row.kind}`)}</span>
      <CorrectedLink version={row.version} of={row.number} onOpen={() => onStep(row, 'history')} />
    </>
  );
}

/** Whoever registers the unit's directives puts them right; those of units above are theirs. */
function Act({ row, onStep }: { row: Directive; onStep: OnStep }) {
  const { t } = useI18n();
  return (
    <ActionIcon
      variant="subtle"
      aria-label={t('documents.correctTitle', { number: row.number })}
      onClick={() => onStep(row, 'correct')}
    >
      <Icon name="pencil" size={16} />
    </ActionIcon>
  );
}

function useColumns(onStep: OnStep): Column<Directive>[] {
  const { t, lang } = useI18n();
  const { post, may } = useIdentity();
  const manages = may('directive.manage') ? post.unit.id : null;
  return useMemo(() => {
    const day = (date: string) => formatDate(date, lang, { withYear: true });
    const basis = ({ basis: of }: Directive) =>
      of ? t('documents.basisOf', { number: of.number, date: day(of.issuedOn) }) : null;
    return [
      {
        id: 'number',
        header: t('documents.number'),
        value: (row) => row.number,
        cell: (row) => <Numbered row={row} onStep={onStep} />,
      },
      {
        id: 'date',
        header: t('documents.date'),
        value: (row) => row.issuedOn,
        cell: (row) => <span className="num">{day(row.issuedOn)}</span>,
        width: 112,
      },
      { id: 'issuer', header: t('documents.issuer'), value: (row) => row.issuer, hideBelow: 820 },
      {
        id: 'abstract',
        header: t('documents.abstract'),
        value: (row) => row.abstract,
        cell: (row) => <Abstract row={row} />,
        hideBelow: 560,
      },
      { id: 'basis', header: t('documents.basis'), value: basis, hideBelow: 1000 },
      {
        id: 'act',
        header: '',
        value: () => null,
        sortable: false,
        copy: false,
        acts: 'corner',
        width: 48,
        cell: (row) => row.unit.id === manages && <Act row={row} onStep={onStep} />,
      },
    ];
  }, [t, lang, onStep, manages]);
}

function List({ rows }: { rows: readonly Directive[] }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<{ directive: Directive; step: Step } | null>(null);
  const columns = useColumns(useCallback((directive: Directive, step: Step) => setOpen({ directive, step }), []));
  const Modal = open?.step === 'correct' ? CorrectDirectiveModal : DirectiveHistory;
  const query = route.useSearch().q ?? '';
  const navigate = route.useNavigate();
  const setQuery = (q: string) => void navigate({ search: q ? { q } : {}, replace: true });
  const shown = rows.filter((row) =>
    foldMarks(`${row.number} ${row.abstract} ${row.issuer} ${row.citation}`).includes(foldMarks(query)),
  );
  if (rows.length === 0)
    return (
      <EmptyState icon="file-certificate" title={t('documents.empty')}>
        {t('documents.emptyText')}
      </EmptyState>
    );
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('documents.find')} width={260} value={query} onChange={setQuery} />
      </div>
      <DataTable
        label={t('nav.documents')}
        columns={columns}
        rows={shown}
        of={rows.length}
        rowId={(row) => row.id}
        what={t('unit.documents')}
        sort={[{ id: 'date', desc: true }]}
        empty={<NoMatch text={t('documents.noMatch')} onClear={() => setQuery('')} />}
      />
      {open && <Modal directive={open.directive} onClose={() => setOpen(null)} />}
    </>
  );
}

/** It stays within reach after the menu has dropped it. */
function ToTakeover() {
  const { t } = useI18n();
  if (!useTakeover()) return null;
  return (
    <HeaderLink icon="arrows-exchange" to="/takeover">
      {t('nav.takeover')}
    </HeaderLink>
  );
}

/** What orders and rules stand on: letters, plans, decisions, with what each carries out. */
export function DocumentsPage() {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const [adding, setAdding] = useState(false);
  const query = useAllDirectives(post.unit.id);
  return (
    <div className="page">
      <PageHeader
        title={t('nav.documents')}
        hint={t('documents.sub')}
        main={
          may('directive.manage') && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
              <MainWords long={t('documents.add')} short={t('documents.addShort')} />
            </Button>
          )
        }
        acts={
          <>
            <ToTakeover />
            {may('report.read') && (
              <HeaderLink icon="calendar-event" to="/service-days">
                {t('service.link')}
              </HeaderLink>
            )}
          </>
        }
      />
      <Card>
        <Loaded query={query} rows={6}>
          {() => <List rows={query.rows} />}
        </Loaded>
      </Card>
      {adding && <DirectiveModal known={query.rows} onClose={() => setAdding(false)} />}
    </div>
  );
}
