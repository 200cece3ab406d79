/** What listens to the tags of a document, in order. */
export interface OdsListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
}
