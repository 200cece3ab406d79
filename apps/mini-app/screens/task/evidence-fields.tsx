/** What the order asks for beside the count. */
import type { ComponentChildren } from 'preact';
import type { TaskDetail } from '#client';
import type { EvidenceKind } from '#contracts/enums';
import { t } from '../../model/words.ts';
import { Field } from '../../ui/fields.tsx';

export interface EvidenceTyped {
  link?: string;
  codes?: string;
}

interface EvidenceProps {
  task: Pick<TaskDetail, 'evidence'>;
  typed: EvidenceTyped;
  change: (typed: EvidenceTyped) => void;
  /** The photos. */
  children: ComponentChildren;
}

export function Evidence({ task, typed, change, children }: EvidenceProps) {
  const asks = (kind: EvidenceKind) => task.evidence.includes(kind);
  return (
    <>
      {(asks('link') || asks('minutes')) && (
        <Field
          kind="text"
          inputMode="url"
          label={t('entry.link')}
          hint={t('entry.link.hint')}
          value={typed.link ?? ''}
          onInput={(link) => change({ link })}
        />
      )}
      {asks('application_codes') && (
        <Field
          kind="text"
          label={t('entry.codes')}
          hint={t('entry.codes.hint')}
          value={typed.codes ?? ''}
          onInput={(codes) => change({ codes })}
        />
      )}
      {children}
    </>
  );
}

export const evidenceWords = (kinds: readonly EvidenceKind[]): string =>
  kinds.map((kind) => t(`evidence.${kind}`)).join(', ');
