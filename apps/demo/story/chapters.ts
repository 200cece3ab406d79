/** Which chapters a start plays, by its arguments. Pure. */
export interface Chapters {
  /** The main job, training and reporting. */
  story: boolean;
  /** 34 communes become 32, then 8. */
  reforms: boolean;
}

export function chaptersOf(args: readonly string[]): Chapters {
  const story = !args.includes('--no-story');
  // A reform of a district needs all of its communes; the chapters of channels are played at each start, on those of 2022.
  return { story, reforms: story && !args.includes('--few') && !args.includes('--emulators') };
}
