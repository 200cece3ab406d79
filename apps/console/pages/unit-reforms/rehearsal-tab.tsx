import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { reformNumbers, type ReformNumber } from '#contracts/organization/reform-kinds';
import { api, client, type Schemas } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { FindingsSide } from './lines/findings-side.tsx';
import type { Reform } from './reform-looks.ts';
import { RehearsalMinutes } from './reform-minutes.tsx';

type Rehearsal = Schemas['ReformRehearsal'];

/** With one digit, and never nothing. */
const secondsOf = (ms: number): number => Math.max(1, Math.round(ms / 100)) / 10;

/** What one number counts, as far as it is scrolled. */
function ListOf({ reform, number, onClose }: { reform: Reform; number: ReformNumber; onClose: () => void }) {
  const { t, n } = useI18n();
  const path = '/reforms/{reformId}/rehearsed';
  const pages = usePages<Schemas['ReformRehearsed'], Schemas['ReformRehearsedPage']>(
    path,
    { reformId: reform.id, version: reform.version, number },
    (cursor) =>
      client.GET(path, { params: { path: { reformId: reform.id }, query: { number, limit: 100, ...cursor } } }),
  );
  return (
    <Dialog title={`${n(pages.total)} ${t(`ur.n.${number}`, { n: pages.total })}`} onClose={onClose} size="lg">
      <ul className="ur-listed">
        {pages.rows.map(({ id, label, unit, into }) => (
          <li key={id}>
            <span>{label || unit?.fullName}</span>
            {into && <small>{t('ur.list.into', { name: into })}</small>}
          </li>
        ))}
      </ul>
      {pages.more && (
        <Button variant="subtle" onClick={pages.more}>
          {t('ur.list.more')}
        </Button>
      )}
    </Dialog>
  );
}

function Numbers({ rehearsal, onOpen }: { rehearsal: Rehearsal; onOpen: (number: ReformNumber) => void }) {
  const { t, n } = useI18n();
  return (
    <div className="ur-numbers">
      {reformNumbers.map((number) => {
        const value = rehearsal.numbers[number] ?? 0;
        return (
          <button key={number} type="button" disabled={value === 0} onClick={() => onOpen(number)}>
            <b className="num">{n(value)}</b> <span>{t(`ur.n.${number}`, { n: value })}</span>
          </button>
        );
      })}
    </div>
  );
}

function Always({ invariants }: Pick<Rehearsal, 'invariants'>) {
  const { t, n } = useI18n();
  const holds = invariants.hamletsPlaced === invariants.hamlets;
  return (
    <Card title={t('ur.rehearse.always')}>
      <ul className="ur-always">
        <li data-broken={holds ? undefined : true}>
          <Icon name={holds ? 'circle-check' : 'alert-circle'} size={18} />
          {t('ur.rehearse.placed', { a: n(invariants.hamletsPlaced), b: n(invariants.hamlets) })}
        </li>
        <li>
          <Icon name="circle-check" size={18} />
          {t('ur.rehearse.units', { a: n(invariants.unitsBefore), b: n(invariants.unitsAfter) })}
        </li>
      </ul>
    </Card>
  );
}

function Acts({ busy, again, onPrint }: { busy: boolean; again: () => void; onPrint: () => void }) {
  const { t } = useI18n();
  return (
    <span className="ur-acts">
      <Button variant="default" leftSection={<Icon name="file-export" size={16} />} onClick={onPrint}>
        {t('ur.minutes')}
      </Button>
      <Button leftSection={<Icon name="eye" size={16} />} loading={busy} onClick={again}>
        {t('ur.rehearse.again')}
      </Button>
    </span>
  );
}

function Shown({
  reform,
  rehearsal,
  again,
  busy,
}: {
  reform: Reform;
  rehearsal: Rehearsal;
  again: () => void;
  busy: boolean;
}) {
  const { t, n, lang } = useI18n();
  const [open, setOpen] = useState<ReformNumber | null>(null);
  const [prints, setPrints] = useState(false);
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const { blocks, warnings, invariants, took, version } = rehearsal;
  const title = blocks.length > 0 ? t('ur.rehearse.blocked', { n: blocks.length }) : t('ur.rehearse.free');
  return (
    <div className="ur-columns">
      <div>
        <Card
          title={title}
          note={t('ur.rehearse.took', { version, seconds: n(secondsOf(took)), day })}
          aside={<Acts busy={busy} again={again} onPrint={() => setPrints(true)} />}
        >
          <p className="card-body muted">
            {t('ur.rehearse.numbers', { day })} · {t('ur.rehearse.open')}
          </p>
          <Numbers rehearsal={rehearsal} onOpen={setOpen} />
        </Card>
        <Always invariants={invariants} />
      </div>
      <FindingsSide
        reform={reform}
        findings={[...blocks, ...warnings].slice(0, 100)}
        total={blocks.length + warnings.length}
        may={false}
      />
      {prints && <RehearsalMinutes reform={reform} rehearsal={rehearsal} onClose={() => setPrints(false)} />}
      {open && <ListOf reform={reform} number={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** The day before it comes: every number opens its list, nothing is written. */
export function RehearsalTab({ reform, onResult }: { reform: Reform; onResult: () => void }) {
  // Its day has come: what it did stands where it is followed, and nothing can be rehearsed any more.
  return reform.state === 'applied' ? <Over reform={reform} onResult={onResult} /> : <Rehearsed reform={reform} />;
}

function Over({ reform, onResult }: { reform: Reform; onResult: () => void }) {
  const { t, lang } = useI18n();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <Card className="ur-first">
      <EmptyState
        icon="circle-check"
        title={t('ur.rehearse.over', { day })}
        actions={<Button onClick={onResult}>{t('ur.rehearse.result')}</Button>}
      >
        {t('ur.rehearse.overText')}
      </EmptyState>
    </Card>
  );
}

function Rehearsed({ reform }: { reform: Reform }) {
  const query = api.useQuery('get', '/reforms/{reformId}/rehearsal', { params: { path: { reformId: reform.id } } });
  return (
    <Loaded query={query} rows={8}>
      {(rehearsal) => (
        <Shown reform={reform} rehearsal={rehearsal} again={() => void query.refetch()} busy={query.isFetching} />
      )}
    </Loaded>
  );
}
