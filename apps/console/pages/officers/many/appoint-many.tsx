/** Many people are appointed from a day by one decision: who they are, then what it would do, then the act. */
import '@mantine/dates/styles.css';
import { useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { BulkAct } from '../../../ui/bulk/bulk-act.tsx';
import { asOutcome } from '../../../ui/bulk/outcome.ts';
import { useRefused, without } from '../../../ui/bulk/refused.ts';
import { usePreview } from '../../../ui/bulk/use-preview.ts';
import { DayField, FormDialog, TextField } from '../../../ui/form.tsx';
import { PasteFindings } from '../../assign/steps/paste-findings.tsx';
import type { PasteFinding } from '../../assign/steps/paste-targets.ts';
import { keyOf, type OfficerPost, postPaths } from '../use-posts.ts';
import { pastePeople, type Person } from './paste-people.ts';
import { PeopleList } from './people-list.tsx';

type Wanted = Schemas['PreviewAppointments'];
type Seen = Schemas['ManyPostsPreview'];
interface Draft {
  from: string;
  basis: string;
  people: Record<string, Person>;
}

/** A post that nobody holds is known by its commune. */
const idOf = ({ id, unit }: OfficerPost): string => id ?? unit.id;
const hasContact = ({ phone, email }: Person): boolean => phone.trim() !== '' || email.trim() !== '';
const lackOf = (person: Person | undefined): 'appointMany.noName' | 'appointMany.noContact' | null => {
  if (!person || person.fullName.trim() === '') return 'appointMany.noName';
  return hasContact(person) ? null : 'appointMany.noContact';
};

function wantedOf(rows: readonly OfficerPost[], people: Draft['people']): Wanted['posts'] {
  return rows.flatMap((row) => {
    const person = people[keyOf(row)];
    if (!person || lackOf(person)) return [];
    const [phone, email] = [person.phone.trim(), person.email.trim()];
    const place = row.id === null ? { communeId: row.unit.id } : { postId: row.id };
    return [{ place, fullName: person.fullName.trim(), ...(phone && { phone }), ...(email && { email }) }];
  });
}

const placeId = ({ place }: Wanted['posts'][number]): string => ('postId' in place ? place.postId : place.communeId);

interface StepProps {
  rows: readonly OfficerPost[];
  draft: Draft;
  onClose: () => void;
}

function Fill({
  rows,
  draft,
  onChange,
  onNext,
  onClose,
}: StepProps & { onChange: (to: Draft) => void; onNext: () => void }) {
  const { t } = useI18n();
  const [findings, setFindings] = useState<readonly PasteFinding[]>([]);
  const n = wantedOf(rows, draft.people).length;
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const paste = (start: number, text: string) => {
    const places = rows.map((row) => ({ id: keyOf(row), name: row.unit.fullName, title: row.title }));
    const pasted = pastePeople(places, start, text);
    setFindings(pasted.findings);
    set({ people: { ...draft.people, ...pasted.people } });
  };
  return (
    <FormDialog
      title={t('appointMany.title', { n: rows.length })}
      size="min(980px, 100vw)"
      label={t('appointMany.next', { n })}
      disabled={n === 0 || draft.basis.trim() === ''}
      onClose={onClose}
      onSubmit={onNext}
    >
      <div className="form-pair">
        <DayField required label={t('appoint.from')} value={draft.from} onChange={(from) => set({ from })} />
        <TextField
          required
          label={t('handover.basis')}
          description={t('handover.basisHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={1000}
          value={draft.basis}
          onChange={(basis) => set({ basis })}
        />
      </div>
      <p className="caption">{t('appointMany.hint')}</p>
      <PasteFindings findings={findings} onClose={() => setFindings([])} />
      <PeopleList
        rows={rows}
        people={draft.people}
        onChange={(key, person) => set({ people: { ...draft.people, [key]: person } })}
        onPaste={paste}
      />
    </FormDialog>
  );
}

/** Rows that nobody was named for, or nobody who could be let in. */
function useUnfilled(rows: readonly OfficerPost[], { people }: Draft) {
  const { t } = useI18n();
  return rows.flatMap((row) => {
    const lack = lackOf(people[keyOf(row)]);
    return lack ? [{ id: idOf(row), name: `${row.title}, ${row.unit.fullName}`, why: t(lack) }] : [];
  });
}

function Check({ rows, draft, onBack, onClose }: StepProps & { onBack: () => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const told = useRefused();
  const unfilled = useUnfilled(rows, draft);
  const posts = wantedOf(rows, draft.people);
  const { from } = draft;
  const basis = draft.basis.trim();
  const path = { unitId: post.unit.id };
  const key = '/units/{unitId}/posts/appoint/preview';
  const preview = usePreview([key, path, posts, from], () =>
    client.POST(key, { params: { path }, body: { from, posts } }),
  );
  const seen = preview.data as Seen | undefined;
  const note = (id: string) => {
    const kept = seen?.elsewhere.find((one) => one.id === id);
    return kept && t('appointMany.keeps', { posts: kept.posts.join('; ') });
  };
  return (
    <BulkAct
      title={t('appointMany.title', { n: rows.length })}
      label={(n) => t('appointMany.act', { n })}
      done={(n) => t('appointMany.done', { n })}
      preview={preview}
      note={note}
      alsoLeft={[...told(seen?.refused ?? []), ...unfilled]}
      send={async ({ only, header }) => {
        const ids = only ?? without(posts.map(placeId), seen?.refused ?? []);
        const those = posts.filter((one) => ids.includes(placeId(one)));
        const body = { from, basis, posts: those };
        const answer = await client.POST('/units/{unitId}/posts/appoint', { params: { path, header }, body });
        return asOutcome(answer, ({ done, refused, act }) => ({ done, failed: told(refused), act }));
      }}
      touches={postPaths}
      onClose={onClose}
    >
      <p className="caption">
        {t('appointMany.note')}{' '}
        <button type="button" className="link" onClick={onBack}>
          {t('appointMany.back')}
        </button>
      </p>
    </BulkAct>
  );
}

export function AppointMany({ rows, onClose }: { rows: readonly OfficerPost[]; onClose: () => void }) {
  const { me } = useIdentity();
  const [draft, setDraft] = useState<Draft>({ from: me.today, basis: '', people: {} });
  const [isChecked, setChecked] = useState(false);
  const shared = { rows, draft, onClose };
  if (isChecked) return <Check {...shared} onBack={() => setChecked(false)} />;
  return <Fill {...shared} onChange={setDraft} onNext={() => setChecked(true)} />;
}
