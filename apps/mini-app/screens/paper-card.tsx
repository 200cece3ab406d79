import { useState } from 'preact/hooks';
import { type TeamDetail, take } from '#client';
import { api } from '../model/api.ts';
import { showToast } from '../model/device/speak.ts';
import { saveFile } from '../model/training/files.ts';
import { t } from '../model/words/words.ts';

type Member = TeamDetail['members'][number];
/** Asked for on the member's phone; printing it answers that. */
export function PaperCard({ teamId, member: { person } }: { teamId: string; member: Member }) {
  const [state, setState] = useState<'asked' | 'busy' | 'made'>('asked');
  const print = async () => {
    setState('busy');
    const path = { teamId, personId: person.id };
    try {
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      await take(api.POST('/teams/{teamId}/cards/{personId}', { params: { path, header } }));
      await saveFile(`/teams/${teamId}/cards/${person.id}/file`, 'the-thanh-vien.pdf');
      setState('made');
    } catch {
      setState('asked');
      showToast(t('team.paperCard.failed'));
    }
  };
  if (state === 'made') return <span class="muted">{t('team.paperCard.made')}</span>;
  return (
    <button type="button" class="link" disabled={state === 'busy'} onClick={() => void print()}>
      {t('team.paperCard')}
    </button>
  );
}
