import { formatMoment } from '#i18n';
import { api, type Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Dialog } from '../../../ui/form.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { fillWords } from '../text/filled.ts';
import { type Report, sectionWord } from '../report-facts.ts';
import { nameOf, pairText } from '../../../ui/text/figures.ts';

type Version = Schemas['ReportVersion'];
const hashShown = 12;

function Figures({ version, report }: { version: Version; report: Report }) {
  const { t, lang } = useI18n();
  if (version.changes.length === 0) return null;
  return (
    <>
      <p>{t('rep.ver.figures', { n: version.changes.length })}</p>
      <ul className="ver-changes">
        {version.changes.map(({ code, before, after }) => {
          const indicator = report.figures.find((figure) => figure.indicator.code === code)?.indicator;
          if (!indicator) return null;
          return (
            <li key={code}>
              {nameOf(indicator, lang)}: <del>{pairText(before, indicator, lang)}</del> →{' '}
              <ins>{pairText(after, indicator, lang)}</ins>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Sections({ version, report }: { version: Version; report: Report }) {
  const { t, lang } = useI18n();
  return version.sections.map(({ key, before, after }) => (
    <div key={key} className="ver-section">
      <b>{t(sectionWord(key, report))}</b>
      <div>
        <span className="caption">{t('rep.ver.before')}</span>
        <del>{fillWords(before, report.figures, lang) || '–'}</del>
      </div>
      <div>
        <span className="caption">{t('rep.ver.after')}</span>
        <ins>{fillWords(after, report.figures, lang) || '–'}</ins>
      </div>
    </div>
  ));
}

function VersionCard({ version, report }: { version: Version; report: Report }) {
  const { t, lang } = useI18n();
  const isSame = version.changes.length === 0 && version.sections.length === 0;
  const accepted = version.decision === 'accepted';
  return (
    <section className="version">
      <h3>
        {t('rep.ver.title', { version: version.version })}
        {version.decision && (
          <Chip tone={accepted ? 'done' : 'late'} icon={accepted ? 'check' : 'corner-up-left'}>
            {t(accepted ? 'rep.state.accepted' : 'rep.state.returned')}
          </Chip>
        )}
      </h3>
      <p className="caption">
        {version.submittedBy.fullName} · {formatMoment(version.submittedAt, Date.now(), lang)}
        {version.daysLate > 0 && ` · ${t('rep.lateBy', { n: version.daysLate })}`} ·{' '}
        {t('rep.ver.hash', { hash: version.contentHash.slice(0, hashShown) })}
      </p>
      {version.lateReason && <p>{t('rep.ver.reason', { reason: version.lateReason })}</p>}
      {version.version === 1 ? (
        <p className="muted">{t('rep.ver.first')}</p>
      ) : (
        <>
          {isSame && <p className="muted">{t('rep.ver.same')}</p>}
          <Figures version={version} report={report} />
          <Sections version={version} report={report} />
        </>
      )}
    </section>
  );
}

/** What was sent, and what each version changed; none is ever altered. */
export function VersionsDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/reports/{reportId}/versions', { params: { path: { reportId: report.id } } });
  return (
    <Dialog title={t('rep.versions')} size="lg" onClose={onClose}>
      <Loaded query={query} rows={4}>
        {(versions) =>
          [...versions]
            .sort((a, b) => b.version - a.version)
            .map((version) => <VersionCard key={version.version} version={version} report={report} />)
        }
      </Loaded>
    </Dialog>
  );
}
