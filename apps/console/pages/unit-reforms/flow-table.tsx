import { useI18n } from '../../i18n/i18n.tsx';
import { lineName, type Target } from './flow-targets.ts';

/** The same as the flow, for whoever reads rows. */
export function FlowTable({ targets }: { targets: readonly Target[] }) {
  const { t, n } = useI18n();
  return (
    <div className="ur-scroll">
      <table className="ur-kept ur-flow-table">
        <thead>
          <tr>
            <th scope="col">{t('ur.t.old')}</th>
            <th scope="col">{t('ur.t.how')}</th>
            <th scope="col">{t('ur.t.new')}</th>
            <th scope="col">{t('ur.t.row')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.flatMap(({ line, parts }) => {
            const own = line.kind === 'keep' ? [line] : [];
            return [...own, ...parts].map((part) => (
              <tr key={part.position} data-broken={part.unit ? undefined : true}>
                <th scope="row">
                  {part === line ? (line.unit?.fullName ?? '') : lineName(part)}
                  {part.code && part !== line && <span className="cell-2">{part.code}</span>}
                </th>
                <td>
                  {part === line ? t('ur.t.stays') : t(part.kind === 'part' ? 'ur.part' : 'ur.t.whole')}
                  {part.share !== null && ` ${n(part.share)}%`}
                </td>
                <td>
                  {lineName(line)} <span className="muted num">{line.code}</span>
                </td>
                <td className="num">{part.row ?? '–'}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </div>
  );
}
