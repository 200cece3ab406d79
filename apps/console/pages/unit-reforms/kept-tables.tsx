import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';

type Running = Schemas['ReformRunning'];

const mark = (isRight: boolean) => <Icon name={isRight ? 'circle-check' : 'alert-circle'} size={18} />;

/** What there was and what there is; what one becomes two of is told below. */
export function KeptTable({ running: { invariants } }: { running: Running }) {
  const { t, n } = useI18n();
  if (invariants.length === 0) return null;
  const added = invariants.filter((one) => one.added > 0);
  return (
    <>
      <table className="ur-kept">
        <thead>
          <tr>
            <th scope="col">{t('ur.kept.count')}</th>
            <th scope="col">{t('ur.kept.before')}</th>
            <th scope="col">{t('ur.kept.after')}</th>
            <th scope="col">{t('ur.kept.lost')}</th>
          </tr>
        </thead>
        <tbody>
          {invariants.map(({ name, before, after, lost }) => (
            <tr key={name} data-broken={lost > 0 || undefined}>
              <th scope="row">
                {mark(lost === 0)} {t(`ur.kept.${name}`)}
              </th>
              <td className="num">{n(before)}</td>
              <td className="num">{n(after)}</td>
              <td className="num">
                <b>{n(lost)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
    <table className="ur-kept">
      <thead>
        <tr>
          <th scope="col">{t('ur.kept.sums', { year: String(year) })}</th>
          <th scope="col">{t('ur.kept.old')}</th>
          <th scope="col">{t('ur.kept.new')}</th>
          <th scope="col">{t('ur.kept.off')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ code, name, nameEn, before, after }) => (
          <tr key={code} data-broken={before !== after || undefined}>
            <th scope="row">
              {mark(before === after)} {lang === 'vi' ? name : nameEn}
            </th>
            <td className="num">{n(before)}</td>
            <td className="num">{n(after)}</td>
            <td className="num">
              <b>{n(before - after)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
