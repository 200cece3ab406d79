import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { MOST_RESULTS } from '#contracts/tasks/most-results';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useOnline } from '../../api/clock.ts';
import { showNotice, showUndo } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { idOf, type ResultRow, sumsOf } from './decision.ts';
import { isUnnamed } from './products.ts';
import { touched } from './use-decide.ts';

/** Which results are ticked. What has left the list meanwhile is not. */
export function useTicks(results: readonly ResultRow[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // What has to be looked at is confirmed by itself.
  const free = results.filter((result) => !result.look);
  const ticked = free.filter((result) => ids.has(idOf(result))).slice(0, MOST_RESULTS);
  const tick = (result: ResultRow, on: boolean) => {
    const next = new Set(ids);
    if (on) next.add(idOf(result));
    else next.delete(idOf(result));
    setIds(next);
  };
  const all = (on: boolean) => setIds(new Set(on ? free.map(idOf) : []));
  return { free, ticked, has: (result: ResultRow) => ids.has(idOf(result)), tick, all };
}

/** All of them by one command: what somebody has gone on with meanwhile stays, and is counted. */
function useTakeBack(ticked: readonly ResultRow[]) {
  const { t, n } = useI18n();
  const { post } = useIdentity();
  const undo = useCommand({
    send: (body: Schemas['UndoResultsInput'], header) =>
      client.POST('/units/{unitId}/results/undo', { params: { path: { unitId: post.unit.id }, header }, body }),
    touches: touched,
    done: ({ undone, kept }) =>
      kept.length > 0
        ? showNotice(t('confirm.manyKept', { n: n(undone.length), m: n(kept.length) }), 'failed')
        : showNotice(t('confirm.manyUndone', { n: n(undone.length) })),
  });
  return (confirmed: ReadonlySet<string>) => {
    const rows = ticked.filter((row) => confirmed.has(row.task?.id ?? idOf(row)));
    undo.mutate({
      taskIds: rows.flatMap(({ task }) => task?.id ?? []),
      entryIds: rows.filter(({ task }) => !task).map(idOf),
    });
  };
}

interface Props {
  ticked: readonly ResultRow[];
  rule: Schemas['SamplingRule'] | undefined;
  onClose: () => void;
}

function ConfirmManyDialog({ ticked, rule, onClose }: Props) {
  const { t, n, lang } = useI18n();
  const { post } = useIdentity();
  const unnamed = ticked.filter(isUnnamed).length;
  const takeBack = useTakeBack(ticked);
  const command = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/results/confirm', {
        params: { path: { unitId: post.unit.id }, header },
        body: {
          taskIds: ticked.flatMap(({ task }) => task?.id ?? []),
          entryIds: ticked.filter(({ task }) => !task).map(idOf),
        },
      }),
    touches: touched,
    done: ({ results }) => {
      const done = results.filter(({ outcome }) => outcome === 'confirmed').length;
      const rest = results.length - done;
      const text = t(rest > 0 ? 'confirm.manyRest' : 'confirm.manyDone', { n: n(done), m: n(rest) });
      const confirmed = new Set(results.filter(({ outcome }) => outcome === 'confirmed').map(({ id }) => id));
      if (done > 0) showUndo({ text, label: t('confirm.undo'), undo: () => takeBack(confirmed) });
      else showNotice(text);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('confirm.manyTitle', { n: n(ticked.length) })}
      label={t('confirm.many', { n: n(ticked.length) })}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={() => command.mutate()}
    >
      <p>{t('confirm.manyText')}</p>
      <p>{rule ? t('confirm.manySample', { m: n(rule.oneIn) }) : t('confirm.manyTogether')}</p>
      <ul className="many-sums">
        {sumsOf(ticked).map(({ indicator, sum }) => (
          <li key={indicator.code}>
            <span>{lang === 'en' ? indicator.nameEn : indicator.name}</span>
            <b className="num">
              {n(sum)} {lang === 'en' ? indicator.unitEn : indicator.unit}
            </b>
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p className="warn caption">{t('confirm.manyUnnamed', { n: n(unnamed) })}</p>}
    </FormDialog>
  );
}

/** The foot of the queue: all, some, or none of it. */
export function ConfirmMany({ ticks, rule }: { ticks: ReturnType<typeof useTicks>; rule: Props['rule'] }) {
  const { t, n } = useI18n();
  const online = useOnline();
  const [isAsking, setIsAsking] = useState(false);
  const count = ticks.ticked.length;
  return (
    <div className="many-foot">
      <Checkbox
        label={t(rule ? 'confirm.tickUnseen' : 'confirm.tickAll', { n: n(ticks.free.length) })}
        disabled={ticks.free.length === 0}
        checked={count > 0 && count === ticks.free.length}
        indeterminate={count > 0 && count < ticks.free.length}
        onChange={(event) => ticks.all(event.currentTarget.checked)}
      />
      {count > 0 && (
        <Button fullWidth size="xs" variant="default" disabled={!online} onClick={() => setIsAsking(true)}>
          {t('confirm.many', { n: n(count) })}
        </Button>
      )}
      {isAsking && <ConfirmManyDialog ticked={ticks.ticked} rule={rule} onClose={() => setIsAsking(false)} />}
    </div>
  );
}
