import { Checkbox } from '@mantine/core';
import { Fragment } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import type { ChosenPosts } from './many/use-chosen.ts';
import { PostRow } from './post-row.tsx';
import { keyOf, type OfficerPost, type PostAct } from './use-posts.ts';

interface PostTableProps {
  rows: readonly OfficerPost[];
  chosen: ChosenPosts;
  onAct: (act: PostAct, row: OfficerPost) => void;
}

/** Rows as they come, unit by unit. */
function byUnit(rows: readonly OfficerPost[]): OfficerPost[][] {
  const groups: OfficerPost[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]?.unit.id === row.unit.id) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** All that are shown, or none of them. */
function ChooseShown({ rows, chosen }: Pick<PostTableProps, 'rows' | 'chosen'>) {
  const { t } = useI18n();
  const here = rows.filter(chosen.may);
  const n = here.filter(chosen.has).length;
  if (here.length === 0) return null;
  return (
    <Checkbox
      aria-label={t('officers.chooseShown')}
      checked={n === here.length}
      indeterminate={n > 0 && n < here.length}
      onChange={() => chosen.set(here, new Set(n === here.length ? [] : here.map(keyOf)))}
    />
  );
}

export function PostTable({ rows, chosen, onAct }: PostTableProps) {
  const { t } = useI18n();
  return (
    <table className="dt-table plain-table officers-table">
      <thead>
        <tr>
          <th className="officer-tick">
            <ChooseShown rows={rows} chosen={chosen} />
          </th>
          <th>{t('officers.col.post')}</th>
          <th>{t('officers.col.holder')}</th>
          <th className="num hide-small">{t('officers.col.from')}</th>
          <th className="hide-small">{t('officers.col.seen')}</th>
          <th className="hide-small">{t('officers.col.factor')}</th>
          <th>{t('officers.col.state')}</th>
          <th>
            <span className="visually-hidden">{t('officers.open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {byUnit(rows).map((group) => (
          <Fragment key={group.map(keyOf)[0]}>
            <tr className="officers-unit">
              <td />
              <th scope="rowgroup" colSpan={7}>
                {group[0]?.unit.fullName} <span>{t('officers.unitPosts', { n: group.length })}</span>
              </th>
            </tr>
            {group.map((row) => (
              <PostRow key={keyOf(row)} row={row} chosen={chosen} onAct={onAct} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
