import { client } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import '../../ui/bulk/bulk.css';
import { Left, Routes, Told } from '../../ui/bulk/preview-parts.tsx';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { Card, Notice } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { DecideBar } from './decide-bar.tsx';
import type { Content, SendRequest } from '../../ui/second/send-facts.ts';

type Reminder = Content<'teamReminder' | 'reportReminder' | 'campaignReminder' | 'formReminder' | 'groupNames'>;
interface Props {
  request: SendRequest;
  content: Reminder;
}

/** As the act itself is previewed. */
function askPreview(content: Reminder) {
  switch (content.kind) {
    case 'teamReminder': {
      const path = { assignmentId: content.assignmentId };
      return client.POST('/assignments/{assignmentId}/reminders/preview', { params: { path }, body: content.teams });
    }
    case 'reportReminder': {
      const { unitId, month, unitIds } = content;
      const path = '/units/{unitId}/report-board/remind-preview';
      return client.POST(path, { params: { path: { unitId } }, body: { month, unitIds } });
    }
    case 'campaignReminder': {
      const { campaignId, unitIds } = content;
      const path = '/campaigns/{campaignId}/remind-preview';
      return client.POST(path, { params: { path: { campaignId } }, body: { unitIds } });
    }
    case 'formReminder': {
      const { roundId, unitIds } = content;
      const path = '/form-rounds/{roundId}/remind-preview';
      return client.POST(path, { params: { path: { roundId } }, body: { unitIds } });
    }
    default: {
      const { unitId, teamIds } = content;
      const path = '/units/{unitId}/groups/names/preview';
      return client.POST(path, { params: { path: { unitId } }, body: teamIds ? { teamIds } : {} });
    }
  }
}

function Plan({ request, content }: Props) {
  const { t } = useI18n();
  const query = usePreview(['/send-requests/{requestId}/preview', request.id], () => askPreview(content));
  return (
    <Loaded query={query} rows={6}>
      {(preview) => (
        <>
          <Card title={t('bulk.toldList')}>
            <div className="card-body bulk">
              {preview.count === 0 ? (
                <Notice tone="done" icon="circle-check">
                  {t('bulk.nothing')}
                </Notice>
              ) : (
                <>
                  <Routes preview={preview} />
                  <Told preview={preview} note={undefined} />
                </>
              )}
              <Left preview={preview} also={[]} />
            </div>
          </Card>
          <DecideBar request={request} />
        </>
      )}
    </Loaded>
  );
}

/** A reminder, or the names of groups: who would hear of it now, and who is left alone. */
export function ReminderPart({ request, content }: Props) {
  return request.outcome === null ? <Plan request={request} content={content} /> : null;
}
