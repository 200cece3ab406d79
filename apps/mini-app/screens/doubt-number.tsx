/** The leader knows that a member's number is dead: the commune hears it, and the inbox asks for the new one. */
import type { PersonRef } from '#client';
import { enqueue } from '../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../model/queue/tell.ts';
import { t } from '../model/words/words.ts';
import { Button } from '../ui/parts.tsx';
import { AskSheet } from '../ui/sheet.tsx';

export function DoubtSheet({ person, onClose }: { person: PersonRef; onClose: () => void }) {
  const name = person.fullName;
  const send = useSending(async () => {
    const [made] = await enqueue({
      kind: 'number.doubt',
      lane: `number:${person.id}`,
      method: 'POST',
      path: `/people/${person.id}/number-doubts`,
      view: { title: name },
    });
    onClose();
    if (made) await tellWhatBecame(made.id, () => t('team.numberGone.told', { name }));
  });
  return (
    <AskSheet
      title={t('team.numberGone.ask', { name })}
      lead={t('team.numberGone.what')}
      onClose={onClose}
      act={<Button onClick={send}>{t('team.numberGone')}</Button>}
    />
  );
}
