/** What no two units may be called by on the same day, as the database keeps it; hamlets' codes are their commune's own. Pure. */
export const codeKey = (kind: string, code: string): string => `${kind}:${code}`;
