import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import '../../i18n/organization/office-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, FilterChips, Notice, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Loaded } from '../../ui/states.tsx';
import { OfficeForm } from './office-form.tsx';
import { type Filter, maskedPhone, needsLook, type OfficeCard, shownOf, useOffices, useLook } from './use-offices.ts';
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

interface Sought {
  filter: Filter;
  q: string;
}

function Toolbar({ items, sought, onSeek }: { items: OfficeCard[]; sought: Sought; onSeek: (next: Sought) => void }) {
  const { t } = useI18n();
  const counts: Record<Filter, number> = {
    all: items.length,
    none: items.filter(({ phone }) => phone === null).length,
    look: items.filter(needsLook).length,
  };
  const options = (['all', 'none', 'look'] as const).map((key) => ({
    key,
    label: t(`office.filter.${key}`),
    count: counts[key],
  }));
  return (
    <div className="toolbar">
      <TextInput
        size="xs"
        aria-label={t('office.search')}
        placeholder={t('office.search')}
        leftSection={<Icon name="search" size={16} />}
        value={sought.q}
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

function List({ items, current, onOpen }: { items: OfficeCard[]; current?: string; onOpen: (id: string) => void }) {
  const { t } = useI18n();
  const [sought, setSought] = useState<Sought>({ filter: 'all', q: '' });
  const shown = shownOf(items, sought.filter, sought.q);
  return (
    <Card>
      <Toolbar items={items} sought={sought} onSeek={setSought} />
      <table className="dt-table plain-table office-table">
        <thead>
          <tr>
            {(['office', 'phone', 'email', 'state'] as const).map((column) => (
              <th key={column}>{t(`office.col.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((card) => (
            <Row
              key={card.unit.id}
              card={card}
              current={card.unit.id === current}
              onOpen={() => onOpen(card.unit.id)}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="card-body muted">{t('office.noHit')}</p>}
      <p className="card-foot">{t('office.lackFirst')}</p>
    </Card>
  );
}

function Offices({ items }: { items: OfficeCard[] }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { unit } = useSearch({ strict: false }) as { unit?: string };
  const open = (id?: string) => void navigate({ to: '/offices', search: id ? { unit: id } : {} });
  const card = items.find((one) => one.unit.id === unit) ?? (items.length === 1 ? items[0] : undefined);
  const at = items.findIndex((one) => one === card);
  const next =
    items.slice(at + 1).find(({ doubts }) => doubts.length > 0) ??
    items.find((one) => one !== card && one.doubts.length > 0);
  if (items.length === 1 && card) return <OfficeForm key={card.unit.id} card={card} onNext={null} />;
  return (
    <div className="split office-split" data-open={card ? true : undefined}>
      <div className="office-list">
        <List items={items} {...(card && { current: card.unit.id })} onOpen={open} />
      </div>
      {card && (
        <div>
          <button type="button" className="link office-back" onClick={() => open()}>
            <Icon name="chevron-left" size={16} /> {t('office.back')}
          </button>
          <OfficeForm key={card.unit.id} card={card} onNext={next ? () => open(next.unit.id) : null} />
        </div>
      )}
    </div>
  );
}

/** Which offices can be called, and the card of each. */
export function OfficesPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const crumbs = useScopeCrumbs();
  const offices = useOffices();
  const items = offices.data?.items ?? [];
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('office.title')}
        sub={offices.data && t('office.without', { n: offices.data.without, all: items.length })}
        actions={
          may('unit.manage') && (
            <Button component={Link} to="/offices/import" leftSection={<Icon name="file-import" />}>
              {t('office.import')}
            </Button>
          )
        }
      />
      {items.length > 1 && items.every(({ phone }) => phone === null) && (
        <Notice tone="doing" icon="phone-off">
          {t('office.none')}
        </Notice>
      )}
      <Loaded query={offices}>{(view) => <Offices items={view.items} />}</Loaded>
    </div>
  );
}
