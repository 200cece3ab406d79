/** The leader passes the task to one of the team; the team still answers for it. */
import { useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { delegate } from '../../model/queue/commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, undoOf } from '../../model/queue/tell.ts';
import { skillsText } from '../../model/skills.ts';
import { t } from '../../model/words/words.ts';
import { Button } from '../../ui/parts.tsx';
import { AskSheet, RadioList } from '../../ui/sheet.tsx';

// Of this sheet only: rules in the common style sheet would be loaded with every screen.
const HINT = { display: 'block', fontWeight: 400 };

export function DelegateSheet({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const [personId, setPersonId] = useState(task.doer?.id);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    const person = task.members.find((member) => member.id === personId);
    if (!person) return;
    const [made] = await enqueue(delegate(task, person));
    const before = task.doer;
    const undo = made && undoOf(made.id, () => delegate(task, before));
    if (made) void tellWhatBecame(made.id, () => t('delegate.sent', { name: person.fullName }), undo);
    onClose();
  };
  const hinted = task.members.some(({ skills = [] }) => skills.length > 0);
  const options = task.members.map((person) => ({
    value: person.id,
    text: (
      <>
        {[person.fullName, person.position].filter(Boolean).join(', ')}
        {person.skills && person.skills.length > 0 && (
          <small class="muted" style={HINT}>
            {skillsText(person.skills)}
          </small>
        )}
      </>
    ),
  }));
  return (
    <AskSheet
      title={t('delegate.title')}
      lead={t('delegate.lead')}
      onClose={onClose}
      act={<Button onClick={() => void send()}>{t('delegate.send')}</Button>}
    >
      <RadioList
        name="person"
        legend={t('delegate.title')}
        options={options}
        value={personId}
        onPick={setPersonId}
        error={tried && !personId ? t('delegate.choose') : undefined}
      />
      {hinted && <p class="muted small">{t('skills.hint')}</p>}
    </AskSheet>
  );
}
