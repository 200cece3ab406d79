import type { FileError } from '#documents';
import { ProblemError } from '#platform/http';

const busyStatus = 429;

/** What makes a file unreadable, with the code and the figures of the reader; a full line before it is another matter. */
export function fileProblem({ code, params }: FileError): ProblemError {
  const details = [{ path: 'file', code, params }];
  if (code === 'file.busy')
    return new ProblemError(busyStatus, code, 'Other files are being read', details).after(Number(params['seconds']));
  return new ProblemError(422, code, 'The file cannot be read', details);
}
