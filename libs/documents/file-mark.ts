/** What the file of a list that is taken away carries. */
export interface FileMark {
  /** Of its line in the log: "TS-7F3K-22". */
  code: string;
  /** The same with who took it, when, what for and with how many people on it. */
  line: string;
}
