import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';

type Running = Schemas['ReformRunning'];

const mark = (isRight: boolean) => <Icon name={isRight ? 'circle-check' : 'alert-circle'} size={18} />;

/** What there was and what there is; what one becomes two of is told below. */
export function KeptTable({ running: { invariants } }: { running: Running }) {
  const { t, n } = useI18n();
  if (invariants.length === 0) return null;
  const added = invariants.filter((one) => one.added > 0);
  return (
    <>
      <PlainTable
        className="ur-kept"
        rows={invariants}
        rowId={({ name }) => name}
        marks={({ lost }) => ({ 'data-broken': lost > 0 })}
        columns={[
          {
            header: t('ur.kept.count'),
            cell: ({ name, lost }) => (
              <>
                {mark(lost === 0)} {t(`ur.kept.${name}`)}
              </>
            ),
            isHead: true,
          },
          { header: t('ur.kept.before'), cell: ({ before }) => n(before), right: true },
          { header: t('ur.kept.after'), cell: ({ after }) => n(after), right: true },
          { header: t('ur.kept.lost'), cell: ({ lost }) => <b>{n(lost)}</b>, right: true },
        ]}
      />
      {added.length > 0 && (
        <p className="ur-note">
          {t('ur.kept.added', {
            what: added.map(({ name, added: more }) => `${n(more)} ${t(`ur.kept.of.${name}`, { n: more })}`).join(', '),
          })}
        </p>
      )}
    </>
  );
}

/** What was done most in the year: as much by the old units as by the new ones. */
export function SumsTable({ running: { sums, year } }: { running: Running }) {
  const { t, n, lang } = useI18n();
  if (sums.length === 0) return null;
  return (
    <PlainTable
      className="ur-kept"
      rows={sums}
      rowId={({ code }) => code}
      marks={({ before, after }) => ({ 'data-broken': before !== after })}
      columns={[
        {
          header: t('ur.kept.sums', { year: String(year) }),
          cell: ({ name, nameEn, before, after }) => (
            <>
              {mark(before === after)} {lang === 'vi' ? name : nameEn}
            </>
          ),
          isHead: true,
        },
        { header: t('ur.kept.old'), cell: ({ before }) => n(before), right: true },
        { header: t('ur.kept.new'), cell: ({ after }) => n(after), right: true },
        { header: t('ur.kept.off'), cell: ({ before, after }) => <b>{n(before - after)}</b>, right: true },
      ]}
    />
  );
}
