/** Processor time to the microsecond, from Linux: /proc/PID/stat counts hundredths of a second only. */
import { readdirSync, readFileSync } from 'node:fs';

/** Of all threads of these processes, in microseconds; one that has ended meanwhile counts nothing. */
export function processorMicros(pids: readonly number[]): number {
  let nanos = 0;
  for (const pid of pids)
    for (const task of listed(`/proc/${pid}/task`)) {
      try {
        nanos += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
      } catch {
        // It has ended since it was listed.
      }
    }
  return nanos / 1_000;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Everything that this process has started, and what those have. */
export function familyOf(pid: number): number[] {
  const children = listed(`/proc/${pid}/task`).flatMap((task) => {
    try {
      return readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
  return [pid, ...children.flatMap(familyOf)];
}
