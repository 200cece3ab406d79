import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Card, Notice, type Tone, ToneIcon } from '../../ui/layout.tsx';
import type { MapReport } from './use-map-upload.ts';

type Finding = MapReport['findings'][number];
const looks: Record<Finding['weight'], [tone: Tone, icon: IconName]> = {
  hold: ['late', 'alert-circle'],
  ask: ['doing', 'alert-triangle'],
  left: ['mute', 'info-circle'],
};
/** Of each finding; the whole list can be opened. */
const NAMED = 6;

function Names({ finding: { names, count } }: { finding: Finding }) {
  const { t } = useI18n();
  if (names.length <= NAMED) return <p>{names.join(', ')}</p>;
  return (
    <details>
      <summary>{t('maps.andMore', { names: names.slice(0, NAMED).join(', '), n: count - NAMED })}</summary>
      <p>{names.slice(NAMED).join(', ')}</p>
    </details>
  );
}

/** What is found in the file, by name; what holds it back stands first. */
export function MapFindings({ report }: { report: MapReport }) {
  const { t } = useI18n();
  const { findings, matched, codeField, nameField } = report;
  return (
    <Card title={t('maps.found')} note={t('maps.foundNote', { n: matched, field: codeField })}>
      {nameField === null && (
        <Notice tone="doing" icon="alert-triangle">
          {t('maps.noNames')}
        </Notice>
      )}
      {findings.length === 0 ? (
        <p className="card-body good-text">
          <Icon name="circle-check" size={18} /> {t('maps.clean')}
        </p>
      ) : (
        <ul className="map-findings">
          {findings.map((finding) => {
            const [tone, icon] = looks[finding.weight];
            return (
              <li key={finding.what}>
                <ToneIcon tone={tone} icon={icon} />
                <div>
                  <h3>{t(`maps.finding.${finding.what}`, { n: finding.count })}</h3>
                  <Names finding={finding} />
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
