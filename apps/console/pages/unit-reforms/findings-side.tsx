import { Button } from '@mantine/core';
import { formatDate } from '#i18n';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Card, ToneIcon } from '../../ui/layout.tsx';
import type { Finding, Reform } from './reform-looks.ts';
import { type Edit, useEdit } from './use-lines.ts';

/** What may be done about it in one press; the first offer is the likely one. */
function offersOf({
  code,
  position,
  near,
  unit,
  params,
}: Finding): { label: MessageId; name: string; edits: Edit[] }[] {
  const name = String(params['name'] ?? unit?.fullName ?? '');
  const drop: Edit[] = position ? [{ do: 'drop', positions: [position] }] : [];
  if (code === 'codeReused' && position)
    return [
      { label: 'ur.asNew', name, edits: [{ do: 'answer', positions: [position], as: 'new' }] },
      { label: 'ur.asSame', name, edits: [{ do: 'answer', positions: [position], as: 'same' }] },
    ];
  if (code === 'unknownUnit' && position)
    return [
      ...near.map(({ id, fullName, code: borne }): { label: MessageId; name: string; edits: Edit[] } => ({
        label: 'ur.take',
        name: borne ? `${borne}, ${fullName}` : fullName,
        edits: [{ do: 'part', position, unitId: id, whole: true }],
      })),
      { label: 'ur.dropLine', name, edits: drop },
    ];
  if (code === 'unitNotTaken' && unit) return [{ label: 'ur.stay', name, edits: [{ do: 'unit', unitId: unit.id }] }];
  const canDrop = ['unitTwice', 'unitOnlyPart', 'unitEnded', 'unitNotYet', 'noParts', 'codeTwice'].includes(code);
  return canDrop && position ? [{ label: 'ur.dropLine', name, edits: drop }] : [];
}

function useText(): (finding: Finding) => string {
  const { t, lang } = useI18n();
  return ({ code, params, unit }) => {
    const on = typeof params['on'] === 'string' && formatDate(params['on'], lang, { withYear: true });
    return t(`ur.find.${code}`, { ...params, unit: unit?.fullName ?? '', ...(on && { on }) });
  };
}

function Rows({
  findings,
  edit,
  may,
}: {
  findings: readonly Finding[];
  edit: ReturnType<typeof useEdit>;
  may: boolean;
}) {
  const { t } = useI18n();
  const text = useText();
  return (
    <ul className="ur-findings">
      {findings.map((finding, at) => (
        <li key={`${finding.code} ${finding.position} ${finding.unit?.id} ${at}`}>
          <ToneIcon tone={finding.blocks ? 'late' : 'mute'} icon={finding.blocks ? 'alert-circle' : 'alert-triangle'} />
          <div>
            <p>{finding.row !== null ? t('ur.rowWrong', { row: finding.row, text: text(finding) }) : text(finding)}</p>
            {may && (
              <span className="ur-offers">
                {offersOf(finding).map(({ label, name, edits }, offer) => (
                  <Button
                    key={label + name}
                    size="xs"
                    variant={offer === 0 ? 'default' : 'subtle'}
                    disabled={edit.isPending}
                    onClick={() => edit.mutate(edits)}
                  >
                    {t(label, { name })}
                  </Button>
                ))}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What has to be settled, then what is worth a look. */
export function FindingsSide({
  reform,
  findings,
  total,
  may,
}: {
  reform: Reform;
  findings: readonly Finding[];
  total: number;
  may: boolean;
}) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  const must = findings.filter(({ blocks }) => blocks);
  const other = findings.filter(({ blocks }) => !blocks);
  const reused = must.flatMap(({ code, position }) => (code === 'codeReused' && position ? [position] : []));
  const allNew = reused.length > 1 && may && (
    <Button
      size="xs"
      variant="default"
      loading={edit.isPending}
      onClick={() => edit.mutate([{ do: 'answer', positions: reused, as: 'new' }])}
    >
      {t('ur.allNew')}
    </Button>
  );
  return (
    <Card title={t('ur.must')} note={reform.blocks || undefined} aside={allNew}>
      {must.length === 0 ? (
        <p className="card-body muted">{t('ur.none')}</p>
      ) : (
        <Rows findings={must} edit={edit} may={may} />
      )}
      {other.length > 0 && (
        <>
          <h3 className="ur-may">{t('ur.may')}</h3>
          <Rows findings={other} edit={edit} may={may} />
        </>
      )}
      {total > findings.length && (
        <p className="card-body muted">{t('ur.moreFindings', { n: total - findings.length })}</p>
      )}
    </Card>
  );
}
