import { FileError, type InterpretedList, interpretFile, type ReadOptions, type Workbook } from '#documents';
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

/** Reads the list in an uploaded file; what its interpreter found comes back from another process as text. @throws as above */
export async function interpretList<T>(
  file: Buffer,
  { module, input = null }: { module: URL; input?: unknown },
  options: ReadOptions,
): Promise<InterpretedList<T>> {
  const { table, doubt } = await interpretUpload(file, { module, input }, options);
  return { table: JSON.parse(table ?? 'null'), doubt: JSON.parse(doubt ?? '[]') } as InterpretedList<T>;
}

/** Params of the refusal that asks in which encoding a file is, with how the first names read then. */
export const encodingQuestion = (doubt: NonNullable<Workbook['encodingDoubt']>) => ({
  path: 'encoding',
  options: doubt.map(({ encoding }) => encoding).join(', '),
  samples: doubt.map(({ sample }) => sample).join(' | '),
});
