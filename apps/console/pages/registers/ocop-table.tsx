import { webLink } from '#contracts/links';
import { ActionIcon, Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type Column, unsorted } from '../../ui/table/table-column.ts';
import { useAt } from '../../ui/at.ts';
import { SearchField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { ChangeModal, EndModal, ListingModal, ProductModal } from './ocop-modals.tsx';
import type { Product } from './register-rows.ts';
import { useProducts } from './use-registers.ts';

function State({ row }: { row: Product }) {
  const { t, lang } = useI18n();
  if (!row.listedOn)
    return (
      <Chip tone="doing" icon="alert-triangle">
        {t('ocop.missing')}
      </Chip>
    );
  return (
    <Chip tone="done" icon="circle-check">
      {t('ocop.listed', { where: row.marketplace ?? '', date: formatDate(row.listedOn, lang) })}
    </Chip>
  );
}

type Step = 'list' | 'change' | 'end';
type OnStep = ((product: Product, step: Step) => void) | undefined;

/** What comes next for the product: that it is listed, else its page. */
function NextStep({ row, onStep }: { row: Product; onStep: OnStep }) {
  const { t } = useI18n();
  const address = webLink(row.link);
  if (address && (row.listedOn || !onStep))
    return (
      <a href={address} target="_blank" rel="noreferrer noopener">
        {t('ocop.open')}
      </a>
    );
  if (row.listedOn || !onStep) return null;
  return (
    <Button size="xs" variant="default" onClick={() => onStep(row, 'list')}>
      {t('ocop.list')}
    </Button>
  );
}

function Act({ row, onStep, narrow }: { row: Product; onStep: OnStep; narrow: boolean }) {
  const { t } = useI18n();
  const next = narrow ? null : <NextStep row={row} onStep={onStep} />;
  if (!onStep) return next;
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {next}
      <ActionIcon
        variant="subtle"
        aria-label={t('ocop.changeTitle', { name: row.name })}
        onClick={() => onStep(row, 'change')}
      >
        <Icon name="pencil" size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={t('ocop.endTitle', { name: row.name })}
        onClick={() => onStep(row, 'end')}
      >
        <Icon name="trash" size={16} />
      </ActionIcon>
    </Group>
  );
}

/** On a phone the state and the next step stand below the name: beside it, they would leave it one word a line. */
function Named({ row, onStep, narrow }: { row: Product; onStep: OnStep; narrow: boolean }) {
  return (
    <>
      <b>{row.name}</b>
      <span className="cell-2">{row.owner}</span>
      {narrow && (
        <Group gap={6} mt={4}>
          <State row={row} />
          <NextStep row={row} onStep={onStep} />
        </Group>
      )}
    </>
  );
}

const oneColumnBelow = 560;

function useColumns(onStep: OnStep): Column<Product>[] {
  const { t, n } = useI18n();
  const narrow = useViewportStep() < oneColumnBelow;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('ocop.name'),
        value: (row) => row.name,
        sortable: false,
        cell: (row) => <Named row={row} onStep={onStep} narrow={narrow} />,
      },
      {
        id: 'unit',
        header: t('teams.col.hamlet'),
        value: (row) => row.unit.fullName,
        sortable: false,
        hideBelow: oneColumnBelow,
      },
      {
        ...countColumns<Product>(n)('stars', t('ocop.stars'), (row) => row.stars, { width: 70, hideBelow: 700 }),
        sortable: false,
      },
      {
        id: 'state',
        header: t('ocop.state'),
        value: (row) => row.marketplace ?? t('ocop.missing'),
        sortable: false,
        cell: (row) => <State row={row} />,
        hideBelow: oneColumnBelow,
      },
      {
        id: 'act',
        header: '',
        value: () => null,
        sortable: false,
        copy: false,
        width: narrow ? 84 : 210,
        cell: (row) => <Act row={row} onStep={onStep} narrow={narrow} />,
      },
    ],
    [t, n, onStep, narrow],
  );
}

const modals = { list: ListingModal, change: ChangeModal, end: EndModal };
function StepModal({ product, step, onClose }: { product: Product; step: Step; onClose: () => void }) {
  const Modal = modals[step];
  return <Modal product={product} onClose={onClose} />;
}

const idOf = (row: Product) => row.id;

function Products({ onStep, add, unit }: { onStep: OnStep; add: ReactNode; unit: string | undefined }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const pages = useProducts({ q, at: useAt(), unit });
  const columns = useColumns(onStep);
  const sums = pages.data?.sums;
  if (sums && sums.registered === 0)
    return (
      <EmptyState icon="package" title={t('ocop.empty')} actions={add}>
        {t('ocop.emptyText')}
      </EmptyState>
    );
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('ocop.find')} value={typed} onChange={setTyped} />
        {sums && <span className="caption">{t('ocop.sub', { a: sums.listed, b: sums.registered })}</span>}
        <span className="toolbar-space" />
        {add}
      </div>
      <Loaded query={pages} rows={4}>
        {() => (
          <DataTable
            label={t('registers.ocop')}
            columns={columns}
            rows={pages.rows}
            rowId={idOf}
            what={t('unit.products')}
            paged={{ total: pages.total, more: pages.more, ...unsorted }}
            empty={<NoMatch text={t('ocop.noMatch')} onClear={() => setTyped('')} />}
          />
        )}
      </Loaded>
    </>
  );
}

/** OCOP products by name: which are on a marketplace, which are missing. */
export function OcopTable({ unit }: { unit: string | undefined }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [modal, setModal] = useState<{ product: Product; step: Step } | 'new' | null>(null);
  const at = useAt();
  const manage = may('register.manage') && !at;
  const take = useCallback((product: Product, step: Step) => setModal({ product, step }), []);
  const add = manage && (
    <Button size="xs" leftSection={<Icon name="plus" size={16} />} onClick={() => setModal('new')}>
      {t('ocop.add')}
    </Button>
  );
  return (
    <>
      <Products onStep={manage ? take : undefined} add={add} unit={unit} />
      {modal === 'new' && <ProductModal onClose={() => setModal(null)} />}
      {modal && modal !== 'new' && <StepModal {...modal} onClose={() => setModal(null)} />}
    </>
  );
}
