import { violation } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';

/** @throws organization.codeTaken where the work would give two units of a kind one code on the same day */
export async function withOwnCode<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violation(error)?.constraint === 'unit_versions_code_once') throw organizationErrors.codeTaken({ path });
    throw error;
  }
}
