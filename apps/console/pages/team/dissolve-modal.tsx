import { useState } from 'react';
import { dissolveTeam } from '#client/commands';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { FieldsOf } from '../../ui/command/command-types.ts';
import { Choice, Dialog, NoteField } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useDecisionFields } from './decision-fields.tsx';
import type { Team } from './team.ts';

type Preview = Schemas['DissolutionPreview'];
type Answer = Schemas['OpenWorkAnswer'];
type Kind = Answer['kind'];

interface OpenWorkDraft {
  kind: Kind | null;
  reason: string;
  teamId: string | null;
}

/** True when somebody has to say what becomes of it; supporters and the group end with the team by themselves. */
const needsAnswer = ({ tasks, sessions, difficulties }: Preview) => tasks + sessions + difficulties > 0;

export function answerOf({ kind, reason, teamId }: OpenWorkDraft): Answer | undefined {
  if (kind === 'cancel' && reason.trim()) return { kind, reason: reason.trim() };
  if (kind === 'hand_over' && teamId) return { kind, teamId };
  return undefined;
}

function OpenWork({ preview }: { preview: Preview }) {
  const { t } = useI18n();
  const { tasks, toConfirm, sessions, difficulties, supporters, group } = preview;
  const lines = [
    tasks > 0 && t('dissolve.tasks', { n: tasks }),
    toConfirm > 0 && t('dissolve.toConfirm', { n: toConfirm }),
    sessions > 0 && t('dissolve.sessions', { n: sessions }),
    difficulties > 0 && t('dissolve.difficulties', { n: difficulties }),
    supporters > 0 && t('dissolve.supporters', { n: supporters }),
    group && t('dissolve.group', { name: group }),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return <p className="muted">{t('dissolve.nothingOpen')}</p>;
  return (
    <div>
      <b>{t('dissolve.open')}</b>
      <ul className="dissolve-open">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function OpenWorkFields({
  preview,
  value,
  onChange,
}: {
  preview: Preview;
  value: OpenWorkDraft;
  onChange: (value: OpenWorkDraft) => void;
}) {
  const { t } = useI18n();
  const kinds: Kind[] = preview.heirs.length > 0 ? ['hand_over', 'cancel'] : ['cancel'];
  return (
    <>
      <Choice
        required
        label={t('dissolve.what')}
        options={kinds.map((kind) => ({ value: kind, label: t(`dissolve.kind.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'hand_over' && (
        <Choice
          required
          searchable
          label={t('dissolve.heir')}
          options={preview.heirs.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.teamId}
          onChange={(teamId) => onChange({ ...value, teamId })}
        />
      )}
      {value.kind === 'cancel' && (
        <NoteField
          required
          label={t('dissolve.reason')}
          description={t('dissolve.reasonNote')}
          value={value.reason}
          onChange={(reason) => onChange({ ...value, reason })}
        />
      )}
    </>
  );
}

function DissolveForm({ team, preview, onClose }: { team: Team; preview: Preview; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const decisionFields = useDecisionFields();
  const [work, setWork] = useState<OpenWorkDraft>({ kind: null, reason: '', teamId: null });
  const workField: FieldsOf<typeof dissolveTeam> = {
    openWork: {
      as: 'own',
      required: true,
      forgets: true,
      show: ({ onChange }) => (
        <OpenWorkFields
          preview={preview}
          value={work}
          onChange={(next) => {
            setWork(next);
            onChange(answerOf(next) ?? null);
          }}
        />
      ),
    },
  };
  return (
    <CommandForm
      route={dissolveTeam}
      path={{ teamId: team.id }}
      touches={[...teamPaths, '/teams/{teamId}/dissolution']}
      danger
      title={t('dissolve.title', { name: team.name })}
      text={<OpenWork preview={preview} />}
      start={{ signedOn: me.today, from: me.today }}
      fields={{
        ...(needsAnswer(preview) && workField),
        ...decisionFields,
        from: { as: 'day', required: true, label: t('dissolve.from') },
      }}
      label={t('dissolve.act')}
      said={t('dissolve.done', { name: team.name })}
      onClose={onClose}
    >
      <p className="muted">{t('dissolve.note')}</p>
    </CommandForm>
  );
}

/** A decision ends the team: first what is open with it, then what becomes of that. */
export function DissolveModal({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/teams/{teamId}/dissolution', { params: { path: { teamId: team.id } } });
  if (query.data) return <DissolveForm team={team} preview={query.data} onClose={onClose} />;
  return (
    <Dialog title={t('dissolve.title', { name: team.name })} onClose={onClose}>
      <Loaded query={query} rows={4}>
        {() => null}
      </Loaded>
    </Dialog>
  );
}
