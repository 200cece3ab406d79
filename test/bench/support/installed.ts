import { type ServerProcess, startProcess } from '../../support/processes.ts';

/** glibc's memory for all threads together, given back as it gets free (docs/decisions/0205). */
const ONE_ARENA = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' } as const;

/** What docker-compose.yml starts each role with; test/architecture/compose.spec.ts compares them. */
export const INSTALLED = {
  api: { NODE_OPTIONS: '--max-semi-space-size=8 --max-old-space-size=192', ...ONE_ARENA },
  worker: { NODE_OPTIONS: '--max-semi-space-size=8 --max-old-space-size=256', ...ONE_ARENA },
} as const;

/** A process of the product with an installation's settings; a bench that compares it with a bare program starts both without. */
export function startInstalled(env: Record<string, string>): Promise<ServerProcess> {
  return startProcess({ ...INSTALLED[env['ROLE'] === 'worker' ? 'worker' : 'api'], ...env });
}
