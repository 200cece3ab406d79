/** "Việc đã xong": confirmed work, newest first, each opening its ring again. */
import { useEffect, useState } from 'preact/hooks';
import { type MyTasks, take } from '#client';
import { api } from '../model/api.ts';
import { read, write } from '../model/local.ts';
import { failureCode } from '../model/tasks.ts';
import { t, tidy, unitWord } from '../model/words/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { Icon } from '../ui/icon.tsx';
import { Disc, Ratio } from '../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

export function DoneScreen() {
  const [list, setList] = useState<MyTasks | undefined>(() => read('snapshot.done'));
  const [failed, setFailed] = useState<string>();
  const load = () => {
    setFailed(undefined);
    take(api.GET('/me/tasks', { params: { query: { closed: 'true' } } })).then(
      (answer) => {
        setList(answer);
        write('snapshot.done', answer);
      },
      (error: unknown) => setFailed(failureCode(error)),
    );
  };
  useEffect(load, []);
  const tasks = list?.tasks.filter((task) => task.state === 'confirmed');
  return (
    <Screen bar={<AppBar title={t('done.title')} back={[]} />}>
      {!tasks ? (
        failed ? (
          <ErrorState title={t('task.unloaded')} code={failed} onRetry={load} />
        ) : (
          <SkeletonRows />
        )
      ) : tasks.length === 0 ? (
        <EmptyState title={t('done.empty')} />
      ) : (
        <div class="card rows">
          {tasks.map((task) => (
            <a class="row" key={task.id} href={href('viec', task.id, 'ket-qua')}>
              <Disc icon="checkCircle" tone="done" />
              <span class="grow">
                <b>{tidy(task.title)}</b>
                <span class="muted">
                  <Ratio
                    part={task.figures.confirmed}
                    whole={task.figures.target}
                    unit={unitWord(task.indicator, task.figures.target)}
                  />
                </span>
              </span>
              <Icon name="next" />
            </a>
          ))}
        </div>
      )}
    </Screen>
  );
}
