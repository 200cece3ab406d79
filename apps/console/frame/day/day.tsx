/** What the frame shows of the day; one chunk, which is not part of the first load. */
export { DayBar } from './day-bar.tsx';
export { DayControl } from './day-control.tsx';
export { DayGate } from './day-gate.tsx';
