/** The way back for a quick report that counts in this task: it stands for itself from then on. */
import { useState } from 'preact/hooks';
import type { ProgressEntry, TaskDetail } from '#client';
import { countApart } from '../../../model/queue/commands.ts';
import { enqueue } from '../../../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../../../model/queue/tell.ts';
import { t, unitWord } from '../../../model/words/words.ts';
import { goInstead } from '../../../router.ts';
import { Button } from '../../../ui/parts.tsx';
import { AskSheet } from '../../../ui/sheet.tsx';
import { quickUnit } from '../../quick-join.tsx';

export function CountApart({ task, entry }: { task: TaskDetail; entry: ProgressEntry }) {
  const { quickKind, value: n } = entry;
  const [asking, setAsking] = useState(false);
  const send = useSending(async () => {
    if (!quickKind) return;
    const [made] = await enqueue(countApart(task, entry, t(`quick.${quickKind}`)));
    goInstead('viec', task.id);
    if (made) await tellWhatBecame(made.id, () => t('quick.apart.done'));
  });
  if (!quickKind) return null;
  const said = { kind: t(`quick.${quickKind}`), n, unit: quickUnit(quickKind) };
  return (
    <>
      <div class="field">
        <span>{t('quick.apart.from', said)}</span>
        <Button kind="outline" wide onClick={() => setAsking(true)}>
          {t('quick.apart.act')}
        </Button>
      </div>
      {asking && (
        <AskSheet
          title={t('quick.apart.ask', said)}
          lead={t('quick.apart.what', { n, unit: unitWord(task.indicator, n) })}
          onClose={() => setAsking(false)}
          act={<Button onClick={send}>{t('quick.apart.yes')}</Button>}
        />
      )}
    </>
  );
}
