import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { officeFilters } from '#contracts/organization/office-kinds';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, FilterChips, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { OfficeForm } from './office-form.tsx';
import {
  type Filter,
  maskedPhone,
  type OfficeCard,
  type Sought,
  useLook,
  useOffice,
  useOffices,
} from './use-offices.ts';
import './offices.css';

function State({ card }: { card: OfficeCard }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { tone, icon, text } = useLook(card);
  if (card.doubts.length > 0)
    return (
      <Chip tone={tone} icon={icon}>
        {text}
      </Chip>
    );
  const day = card.checkedOn ?? me.today;
  return (
    <Chip tone="done" icon="circle-check">
      {day === me.today ? t('office.checkedToday') : t('office.checked', { day: formatDate(day, lang) })}
    </Chip>
  );
}

function Row({ card, current, onOpen }: { card: OfficeCard; current: boolean; onOpen: () => void }) {
  const { t } = useI18n();
  return (
    <tr data-current={current || undefined}>
      <td>
        <button type="button" className="strong-link" aria-current={current} onClick={onOpen}>
          {card.unit.fullName}
        </button>
        <span className="cell-2">{card.answerer ?? t('office.nobody')}</span>
      </td>
      <td className="num">{card.phone ? maskedPhone(card.phone) : '–'}</td>
      <td className="office-mail">{card.email ?? '–'}</td>
      <td>
        <State card={card} />
      </td>
    </tr>
  );
}

function Toolbar({ counts, sought, onSeek }: { counts: Counts; sought: Sought; onSeek: (next: Sought) => void }) {
  const { t } = useI18n();
  const options = officeFilters.map((key) => ({ key, label: t(`office.filter.${key}`), count: counts[key] }));
  return (
    <div className="toolbar">
      <TextInput
        size="xs"
        aria-label={t('office.search')}
        placeholder={t('office.search')}
        leftSection={<Icon name="search" size={16} />}
        value={sought.q}
        maxLength={100}
        onChange={(event) => onSeek({ ...sought, q: event.currentTarget.value })}
      />
      <FilterChips
        label={t('office.filters')}
        value={sought.filter}
        onChange={(filter) => onSeek({ ...sought, filter })}
        options={options}
      />
    </div>
  );
}

type Counts = Record<Filter, number>;
interface ListProps {
  pages: ReturnType<typeof useOffices>;
  counts: Counts;
  sought: Sought;
  onSeek: (next: Sought) => void;
  current: string | undefined;
  onOpen: (id: string) => void;
}

function List({ pages, counts, sought, onSeek, current, onOpen }: ListProps) {
  const { t, n } = useI18n();
  const left = pages.total - pages.rows.length;
  return (
    <Card>
      <Toolbar counts={counts} sought={sought} onSeek={onSeek} />
      <table className="dt-table plain-table office-table">
        <thead>
          <tr>
            {(['office', 'phone', 'email', 'state'] as const).map((column) => (
              <th key={column}>{t(`office.col.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((card) => (
            <Row
              key={card.unit.id}
              card={card}
              current={card.unit.id === current}
              onOpen={() => onOpen(card.unit.id)}
            />
          ))}
        </tbody>
      </table>
      {pages.rows.length === 0 && <p className="card-body muted">{t('office.noHit')}</p>}
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
      <p className="card-foot office-list-foot">
        {left > 0 && <span>{t('office.left', { n: n(left) })}</span>}
        <span>{t('office.lackFirst')}</span>
      </p>
    </Card>
  );
}

interface OneProps {
  unitId: string;
  onNext: (() => void) | null;
  onTyped: (isTyped: boolean) => void;
}

function One({ unitId, ...form }: OneProps) {
  const card = useOffice(unitId);
  return <Loaded query={card}>{(one) => <OfficeForm key={unitId} card={one} {...form} />}</Loaded>;
}

interface OfficesProps extends Omit<ListProps, 'current' | 'onOpen'> {
  onTyped: (isTyped: boolean) => void;
}

function Offices({ pages, onTyped, ...list }: OfficesProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const { unit } = useSearch({ strict: false }) as { unit?: string };
  const open = (id?: string) => {
    onTyped(false);
    void navigate({ to: '/offices', search: id ? { unit: id } : {} });
  };
  // An office with none below it has nothing to choose from.
  if (list.counts.all === 1 && list.sought.q === '')
    return <One key={post.unit.id} unitId={post.unit.id} onNext={null} onTyped={onTyped} />;
  const { rows } = pages;
  const at = rows.findIndex((one) => one.unit.id === unit);
  const needs = ({ doubts, unit: { id } }: OfficeCard) => doubts.length > 0 && id !== unit;
  const next = rows.slice(at + 1).find(needs) ?? rows.find(needs);
  return (
    <div className="split office-split" data-open={unit ? true : undefined}>
      <div className="office-list">
        <List pages={pages} current={unit} onOpen={open} {...list} />
      </div>
      {unit && (
        <div>
          <button type="button" className="link office-back" onClick={() => open()}>
            <Icon name="chevron-left" size={16} /> {t('office.back')}
          </button>
          <One key={unit} unitId={unit} onNext={next ? () => open(next.unit.id) : null} onTyped={onTyped} />
        </div>
      )}
    </div>
  );
}

const DEBOUNCE_MS = 250;

/** Which offices can be called, and the card of each. */
export function OfficesPage() {
  const { t, n } = useI18n();
  const { may } = useIdentity();
  const [sought, setSought] = useState<Sought>({ filter: 'all', q: '' });
  const [isTyped, setTyped] = useState(false);
  const [q] = useDebouncedValue(sought.q.trim(), DEBOUNCE_MS);
  const pages = useOffices({ ...sought, q });
  const counts = pages.data?.counts;
  return (
    <div className="page">
      <PageHeader
        title={t('office.title')}
        state={counts && q === '' && t('office.without', { n: n(counts.none), all: n(counts.all) })}
        main={
          may('unit.manage') && (
            <Button
              component={Link}
              to="/offices/import"
              // What is typed is saved first: its button is the filled one then.
              variant={isTyped ? 'default' : 'filled'}
              leftSection={<Icon name="file-import" />}
            >
              {t('office.import')}
            </Button>
          )
        }
      />
      {counts && q === '' && counts.all > 1 && counts.none === counts.all && (
        <Notice tone="doing" icon="phone-off">
          {t('office.none')}
        </Notice>
      )}
      <Loaded query={pages}>
        {(view) => <Offices pages={pages} counts={view.counts} sought={sought} onSeek={setSought} onTyped={setTyped} />}
      </Loaded>
    </div>
  );
}
