/** A task for a screen: what this phone has at once, the server's version when it comes. */
import { useEffect, useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { ApiError } from '#client';
import { type ShownTask, withPending } from '../../model/queue/overlay.ts';
import { commands } from '../../model/queue/kept-commands.ts';
import { details, loadTask, savedDetail } from '../../model/task-details.ts';
import { failureCode } from '../../model/tasks.ts';

export interface TaskOnScreen {
  task: ShownTask<TaskDetail> | undefined;
  /** Set when there is nothing to show. */
  failed: { code: string; forbidden: boolean } | undefined;
  /** The server has answered in this visit. */
  fresh: boolean;
  retry: () => void;
}

export function useTask(id: string): TaskOnScreen {
  const [failed, setFailed] = useState<TaskOnScreen['failed']>();
  const [fresh, setFresh] = useState(false);
  const load = () => {
    setFailed(undefined);
    loadTask(id)
      .then(() => setFresh(true))
      .catch((error: unknown) =>
        setFailed({
          code: failureCode(error),
          forbidden: error instanceof ApiError && (error.status === 403 || error.status === 404),
        }),
      );
  };
  useEffect(load, [id]);
  const task = details.value[id] ?? savedDetail(id);
  return { task: task && withPending(task, commands.value), failed, fresh, retry: load };
}
