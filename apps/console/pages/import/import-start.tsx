import { Navigate } from '@tanstack/react-router';
import { download } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Steps } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import './import.css';
import { importSteps } from './import-page.tsx';
import { RosterDrop } from './roster-drop.tsx';

export function ImportStart() {
  const i18n = useI18n();
  const { t } = i18n;
  const { post, may } = useIdentity();
  if (!may('roster.import')) return <Navigate to="/" />;
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.teams'), to: '/teams' }}
        title={t('import.startTitle')}
        hint={t('empty.text')}
      />
      <Steps labels={importSteps(t)} at={0} />
      <section className="card import-start">
        <RosterDrop unitId={post.unit.id} wholeCard />
        <p className="caption">
          {t('empty.noFile')}{' '}
          <button
            type="button"
            className="strong-link"
            onClick={() =>
              void download('/roster-template', 'phu-luc-1.xlsx').catch((error: unknown) =>
                showNotice(problemText(i18n, error), 'failed'),
              )
            }
          >
            <Icon name="download" size={15} /> {t('empty.template')}
          </button>
        </p>
      </section>
    </div>
  );
}
