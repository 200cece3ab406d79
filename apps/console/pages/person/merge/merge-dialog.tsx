import { useState } from 'react';
import { mergeProofs } from '#contracts/access/merge-kinds';
import { isProblem, type Schemas } from '../../../api/client.ts';
import { problemText } from '../../../api/problem-text.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, Dialog, FormFoot, NoteField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { ChooseRecord } from './choose-record.tsx';
import { Sides, WhatMerges } from './merge-facts.tsx';
import './merge.css';
import { type Form, type Preview, useMerge, useMergeForm, useMergePreview } from './use-merge.ts';

interface FieldsProps {
  seen: Preview;
  form: Form;
  set: (change: Partial<Form>) => void;
}

/** Each side is proven by itself: that the one is known says nothing of the other. */
function Fields({ seen, form, set }: FieldsProps) {
  const { t } = useI18n();
  const options = mergeProofs.map((value) => ({ value, label: t(`merge.proof.${value}`) }));
  const label = (side: 'survivor' | 'absorbed') =>
    t('merge.proofOf', {
      name: seen[side].person.fullName,
      which: t(side === 'survivor' ? 'merge.keeps' : 'merge.joins').toLocaleLowerCase(),
    });
  return (
    <>
      <Choice
        label={label('survivor')}
        required
        options={options}
        value={form.survivorProof}
        onChange={(survivorProof) => set({ survivorProof })}
      />
      <Choice
        label={label('absorbed')}
        required
        options={options}
        value={form.absorbedProof}
        onChange={(absorbedProof) => set({ absorbedProof })}
      />
      <NoteField
        label={t('merge.reason')}
        required
        placeholder={t('merge.reasonHint')}
        value={form.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}

interface StepProps {
  seen: Preview;
  onSwap: () => void;
  onBack: () => void;
  onDone: () => void;
}

function LookAndMerge({ seen, onSwap, onBack, onDone }: StepProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { form, set, isReady } = useMergeForm();
  const save = useMerge(seen, form, onDone);
  const isBlocked = seen.refusal !== null || seen.conflicts.some(({ blocks }) => blocks);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Sides seen={seen} onSwap={onSwap} />
      <WhatMerges seen={seen} />
      {seen.refusal && (
        <Notice tone="late" icon="lock">
          {t(`merge.may.${seen.refusal.slice('merge.'.length) as 'yourself'}`)}
        </Notice>
      )}
      {!isBlocked && <Fields seen={seen} form={form} set={set} />}
      {isProblem(save.error) && (
        <p className="late" role="alert">
          {problemText(i18n, save.error)}
        </p>
      )}
      <p className="caption">{t('merge.forGood')}</p>
      <FormFoot
        label={t('merge.save')}
        danger
        busy={save.isPending}
        disabled={isBlocked || !isReady}
        cancelLabel={t('merge.other')}
        onCancel={onBack}
      />
    </form>
  );
}

interface PairProps {
  first: string;
  second: string;
  onBack: () => void;
  onDone: () => void;
}

function Pair({ first, second, onBack, onDone }: PairProps) {
  const [[survivorId, absorbedId], setPair] = useState<readonly [string, string]>([first, second]);
  const preview = useMergePreview(survivorId, absorbedId);
  return (
    <Loaded query={preview} rows={6}>
      {(seen) => (
        <LookAndMerge seen={seen} onSwap={() => setPair([absorbedId, survivorId])} onBack={onBack} onDone={onDone} />
      )}
    </Loaded>
  );
}

/** "Gộp hai người": what goes where stands here before it is written, and it is for good. */
export function MergeDialog({ person, onClose }: { person: Schemas['PersonRef']; onClose: () => void }) {
  const { t } = useI18n();
  const [other, setOther] = useState<string | null>(null);
  return (
    <Dialog title={t('merge.title', { name: person.fullName })} size="720px" onClose={onClose}>
      <div className="merge-dialog">
        {other ? (
          <Pair first={person.id} second={other} onBack={() => setOther(null)} onDone={onClose} />
        ) : (
          <ChooseRecord person={person} onChoose={setOther} />
        )}
      </div>
    </Dialog>
  );
}
