/** The screen's title for whoever shows one besides us: the page, and the host's bar. */
type Hear = (title: string) => void;
let hear: Hear = () => {};

export function setTitle(title: string): void {
  document.title = title;
  hear(title);
}

export function onTitle(next: Hear): void {
  hear = next;
  hear(document.title);
}
