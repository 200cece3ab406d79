/** Tables whose rows went to another one under the same key, with the reason: all others keep every row in every upgrade. */
export const moved: Record<string, { to: string; why: string }> = {};
