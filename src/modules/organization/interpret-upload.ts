import { FileError, interpretFile, type Workbook } from '#documents';
import { ProblemError } from '#platform/http';

const busyStatus = 429;

/** What makes a file unreadable, with the code and the figures of the reader; a full line before it is another matter. */
function fileProblem({ code, params }: FileError): ProblemError {
  const details = [{ path: 'file', code, params }];
  if (code === 'file.busy')
    return new ProblemError(busyStatus, code, 'Other files are being read', details).after(Number(params['seconds']));
  return new ProblemError(422, code, 'The file cannot be read', details);
}

/** Reads an uploaded file for its meaning. @throws file.* with what is wrong with the file, 429 file.busy */
export async function interpretUpload(...file: Parameters<typeof interpretFile>): Promise<Record<string, string>> {
  try {
    return await interpretFile(...file);
  } catch (error) {
    throw error instanceof FileError ? fileProblem(error) : error;
  }
}

/** Params of the refusal that asks in which encoding a file is, with how the first names read then. */
export const encodingQuestion = (doubt: NonNullable<Workbook['encodingDoubt']>) => ({
  path: 'encoding',
  options: doubt.map(({ encoding }) => encoding).join(', '),
  samples: doubt.map(({ sample }) => sample).join(' | '),
});
