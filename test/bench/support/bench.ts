/** What every bench exports as `bench`. */
export interface Bench {
  name: string;
  /** Flags with their defaults; numbers stay numbers. */
  defaults: Record<string, string | number>;
  run(params: Record<string, string | number>): Promise<{ metrics: Record<string, number>; missed: string[] }>;
}
