/** A term is over: many posts end after a day, by one document. */
import '@mantine/dates/styles.css';
import { useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { BulkAct } from '../../../ui/bulk/bulk-act.tsx';
import { asOutcome } from '../../../ui/bulk/outcome.ts';
import { useRefused, without } from '../../../ui/bulk/refused.ts';
import { usePreview } from '../../../ui/bulk/use-preview.ts';
import { DayField, TextField } from '../../../ui/form.tsx';
import { postPaths } from '../use-posts.ts';

interface EndProps {
  postIds: string[];
  onClose: () => void;
}

export function EndMany({ postIds, onClose }: EndProps) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [lastDay, setLastDay] = useState<string>(me.today);
  const [basis, setBasis] = useState('');
  const told = useRefused();
  const path = { unitId: post.unit.id };
  const key = '/units/{unitId}/posts/end/preview';
  const preview = usePreview([key, path, postIds, lastDay], () =>
    client.POST(key, { params: { path }, body: { postIds, lastDay } }),
  );
  const { refused: left = [] } = (preview.data as Schemas['ManyPostsPreview'] | undefined) ?? {};
  return (
    <BulkAct
      danger
      title={t('endMany.title', { n: postIds.length })}
      label={(n) => t('endMany.act', { n })}
      done={(n) => t('endMany.done', { n })}
      preview={preview}
      alsoLeft={told(left)}
      ready={basis.trim() !== ''}
      send={async ({ only, header }) => {
        const body = { postIds: only ? [...only] : without(postIds, left), lastDay, basis: basis.trim() };
        const answer = await client.POST('/units/{unitId}/posts/end', { params: { path, header }, body });
        return asOutcome(answer, ({ done, refused, act }) => ({ done, failed: told(refused), act }));
      }}
      touches={postPaths}
      onClose={onClose}
    >
      <div className="form-pair">
        <DayField required label={t('endMany.lastDay')} minDate={me.today} value={lastDay} onChange={setLastDay} />
        <TextField
          required
          label={t('handover.basis')}
          description={t('handover.basisHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={1000}
          value={basis}
          onChange={setBasis}
        />
      </div>
      <p className="caption">{t('endMany.note')}</p>
    </BulkAct>
  );
}
