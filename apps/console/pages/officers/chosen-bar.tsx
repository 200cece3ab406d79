import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { MOST_POSTS } from '#contracts/access/most-posts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { MailDialog } from './mail-dialog.tsx';
import type { ChosenPosts } from './many/use-chosen.ts';
import { idsOf, inPlace, keyOf, neverIn, type OfficerPost } from './use-posts.ts';

const EndMany = later(() => import('./many/end-many.tsx'), 'EndMany');
const AppointMany = later(() => import('./many/appoint-many.tsx'), 'AppointMany', ['allotments']);

/** Who holds two posts stands in two rows, and gets one letter. */
const peopleOf = (rows: readonly OfficerPost[]) => [
  ...new Map(rows.flatMap(({ person, hasEmail }) => (person ? [[person.id, { ...person, hasEmail }]] : []))).values(),
];

/** One row for each place. */
const placesOf = (row: OfficerPost): OfficerPost[] =>
  row.places.length > 0 ? row.places.map((place) => inPlace(row, place)) : [row];

interface BarButtonProps {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

function BarButton({ icon, label, ...more }: BarButtonProps) {
  return (
    <Button size="xs" variant="default" leftSection={<Icon name={icon} />} {...more}>
      {label}
    </Button>
  );
}

interface BarProps {
  chosen: ChosenPosts;
  /** Of the whole list. */
  total: number;
  onPrint: () => void;
}

/** Invites of those who were never in: on paper, or to the addresses that are known. */
function Invites({ chosen, onPrint }: Omit<BarProps, 'total'>) {
  const { t } = useI18n();
  const [mailing, setMailing] = useState(false);
  const people = peopleOf(chosen.rows.filter(neverIn));
  const without = people.filter(({ hasEmail }) => !hasEmail).length;
  if (people.length === 0) return null;
  /** Who got no letter is left chosen, for the slips. */
  const print = (personIds: readonly string[]) => {
    const left = chosen.rows.filter(({ person }) => person && personIds.includes(person.id));
    chosen.set(chosen.rows, new Set(left.map(keyOf)));
    setMailing(false);
    onPrint();
  };
  return (
    <>
      <BarButton icon="qrcode" label={t('officers.print')} onClick={onPrint} />
      <BarButton
        icon="mail"
        label={t('officers.mail')}
        disabled={without === people.length}
        onClick={() => setMailing(true)}
      />
      <span className="caption">
        {without > 0 && `${t('officers.noMail', { n: without, all: people.length })}. `}
        {t('officers.printWarn')}
      </span>
      {mailing && <MailDialog people={people} onPrint={print} onClose={() => setMailing(false)} />}
    </>
  );
}

/** Posts end, or go to others: all of one decision at once. */
function Changes({ chosen }: Pick<BarProps, 'chosen'>) {
  const { t } = useI18n();
  // Those that were chosen when it was opened: the list moves with what is done.
  const [open, setOpen] = useState<{ act: 'end' | 'appoint'; rows: readonly OfficerPost[] }>();
  const held = chosen.rows.filter(({ id }) => id !== null);
  // Somebody who stands in for some days is not followed by another for good.
  const given = chosen.rows.filter(({ standIn }) => !standIn);
  const isTooMany = chosen.rows.flatMap(idsOf).length > MOST_POSTS;
  const isOff = isTooMany || chosen.isWaiting;
  const close = () => setOpen(undefined);
  return (
    <>
      <BarButton
        icon="user-plus"
        label={t('officers.appointMany')}
        disabled={isOff || given.length === 0}
        onClick={() => setOpen({ act: 'appoint', rows: given })}
      />
      <BarButton
        icon="ban"
        label={t('officers.end')}
        disabled={isOff || held.length === 0}
        onClick={() => setOpen({ act: 'end', rows: held })}
      />
      {isTooMany && <span className="caption late">{t('officers.tooMany', { n: MOST_POSTS })}</span>}
      <Suspense>
        {open?.act === 'end' && <EndMany postIds={open.rows.flatMap(idsOf)} onClose={close} />}
        {open?.act === 'appoint' && <AppointMany rows={open.rows.flatMap(placesOf)} onClose={close} />}
      </Suspense>
    </>
  );
}

/** "Đã chọn 12 chức vụ": what is done with them together. */
export function ChosenBar({ chosen, total, onPrint }: BarProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const rest = total > chosen.count && may('post.manage') && !chosen.isWaiting;
  return (
    <div className="officers-chosen" role="toolbar" aria-label={t('officers.chosen', { n: chosen.count })}>
      <b role="status">{t('officers.chosen', { n: chosen.count })}</b>
      {may('post.manage') && <Changes chosen={chosen} />}
      <Invites chosen={chosen} onPrint={onPrint} />
      <span className="officers-chosen-links">
        {rest && (
          <button type="button" className="link" onClick={chosen.all}>
            {t('officers.chooseEvery', { n: total })}
          </button>
        )}
        <button type="button" className="link" onClick={chosen.clear}>
          {t('officers.unchoose')}
        </button>
      </span>
    </div>
  );
}
