import { Fragment } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { PostRow } from './post-row.tsx';
import { keyOf, type OfficerPost, type PostAct } from './use-posts.ts';

interface PostTableProps {
  rows: readonly OfficerPost[];
  chosen: ReadonlySet<string>;
  onChoose: (personId: string, chosen: boolean) => void;
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

export function PostTable({ rows, chosen, onChoose, onAct }: PostTableProps) {
  const { t } = useI18n();
  return (
    <table className="dt-table plain-table officers-table">
      <thead>
        <tr>
          <th className="officer-tick">
            <span className="visually-hidden">{t('officers.unchoose')}</span>
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
              <PostRow
                key={keyOf(row)}
                row={row}
                chosen={row.person !== null && chosen.has(row.person.id)}
                onChoose={onChoose}
                onAct={onAct}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
