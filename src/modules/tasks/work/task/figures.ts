/** Sums of one target: `open` are lines that the commune has not answered yet. */
export interface FigureSums {
  target: number;
  reported: number;
  confirmed: number;
  open: number;
}

/** What is open waits for the commune only while the task is handed in; else it is still with the team. */
export function figuresOf({ target, reported, confirmed, open }: FigureSums, isSubmitted: boolean) {
  return { target, reported, confirmed, waiting: isSubmitted ? open : 0 };
}
