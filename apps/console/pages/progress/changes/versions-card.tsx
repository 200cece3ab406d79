import { Button } from '@mantine/core';
import { formatDate, formatMoment } from '#i18n';
import { api, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { type Assignment, useUndo } from './use-change.ts';
import './changes.css';

type Version = Schemas['OrderVersion'];

function useLines({ before, after, teams }: Version): string[] {
  const { t, lang } = useI18n();
  if (!before) return [];
  const day = (on: string) => formatDate(on, lang, { withYear: true });
  return [
    before.dueOn !== after.dueOn && t('versions.due', { from: day(before.dueOn), to: day(after.dueOn) }),
    before.target !== after.target && t('versions.target', { from: before.target, to: after.target }),
    before.title !== after.title && t('versions.name', { title: after.title }),
    before.work !== after.work && t('versions.work', { work: after.work }),
    before.priority !== after.priority && t(after.priority === 'urgent' ? 'versions.urgent' : 'versions.normal'),
    teams.added > 0 && t('versions.added', { n: teams.added }),
    teams.withdrawn > 0 && t('versions.withdrawn', { n: teams.withdrawn }),
  ].filter((line) => line !== false);
}

function VersionItem({ version, current, undo }: { version: Version; current: boolean; undo?: () => void }) {
  const { t, lang } = useI18n();
  const lines = useLines(version);
  return (
    <li className="order-version" data-undone={version.undone || undefined}>
      <p>
        <b>{t('versions.n', { n: version.version })}</b>
        {current && <span className="caption"> · {t('versions.now')}</span>}
        {version.undone && <span className="caption"> · {t('versions.undone')}</span>}
        <span className="caption">
          {' '}
          · {version.by.fullName} · {formatMoment(version.at, Date.now(), lang)}
        </span>
      </p>
      {version.version === 1 && <p>{t('versions.issued')}</p>}
      {version.undoes !== null && <p>{t('versions.undid', { n: version.undoes })}</p>}
      {version.undoes === null && lines.map((line) => <p key={line}>{line}</p>)}
      {version.reason && <p>{t('versions.reason', { reason: version.reason })}</p>}
      {version.accepted > 0 && <p className="caption">{t('versions.accepted', { n: version.accepted })}</p>}
      {undo && version.undoUntil && (
        <Button size="xs" variant="default" onClick={undo}>
          {t('change.undo')}
        </Button>
      )}
    </li>
  );
}

/** Who changed what, when and why; nothing of it is overwritten. An order that is as it was issued has no card. */
export function VersionsCard({ assignment }: { assignment: Assignment }) {
  return assignment.version > 1 && <Versions assignment={assignment} />;
}

function Versions({ assignment }: { assignment: Assignment }) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const mayChange = may('assignment.issue') && assignment.issuer.id === post.unit.id;
  const undo = useUndo(assignment.id);
  const query = api.useQuery('get', '/assignments/{assignmentId}/versions', {
    params: { path: { assignmentId: assignment.id } },
  });
  return (
    <Card title={t('versions.title')} note={t('versions.note')}>
      <Loaded query={query} rows={3}>
        {(versions) => (
          <ol className="order-versions">
            {versions.map((version, index) => (
              <VersionItem
                key={version.version}
                version={version}
                current={index === 0}
                {...(mayChange && { undo: () => undo.mutate(version.version) })}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}
