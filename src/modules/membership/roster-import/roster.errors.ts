import type { FileError } from '#documents';
import { errors, ProblemError } from '#platform/http';

export const rosterErrors = errors('roster', {
  notFound: [404, 'No such import, or it has been erased'],
  erased: [410, 'The file of this import has been erased'],
  notYours: [403, 'The file as it came goes only to who sent it'],
  noTable: [422, 'No sheet of the file has a table with names and phones'],
  unsettled: [409, 'Some findings must be settled first'],
  alreadyConfirmed: [409, 'The import has been confirmed'],
  unknownFinding: [422, 'Not a kind of finding, or not a cell'],
  valueMissing: [422, 'A typed choice needs a value'],
  fromInFuture: [422, 'The register cannot be dated after today'],
  changedMeanwhile: [409, 'The register changed in a way that this list contradicts'],
});

const busyStatus = 429;

/** What makes a file unreadable, with the code and the figures of the reader; a full line before it is another matter. */
export function fileProblem({ code, params }: FileError): ProblemError {
  const details = [{ path: 'file', code, params }];
  if (code === 'file.busy')
    return new ProblemError(busyStatus, code, 'Other files are being read', details).after(Number(params['seconds']));
  return new ProblemError(422, code, 'The file cannot be read', details);
}
