import { ProblemError } from '#platform/http';

const PROBLEMS_NAMED = 100;

interface Problem {
  row: number;
  column: string;
  code: string;
  params: Record<string, string | number>;
}

/** A list that is not written: each wrong row by its number and column, as many as somebody can put right at a time. */
export const wrongRows = (problems: readonly Problem[]): ProblemError =>
  new ProblemError(422, 'organization.reformListWrong', 'Rows of the list are wrong; nothing was written', [
    { path: 'file', code: 'organization.reformListWrong', params: { count: problems.length } },
    ...problems.slice(0, PROBLEMS_NAMED).map(({ row, column, code, params }) => ({
      path: `file.${row}.${column}`,
      code,
      params: { row, column, ...params },
    })),
  ]);
