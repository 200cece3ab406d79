/** Opens a page of the web; a script, a file or another app's address in a link opens nothing. */
export function openPage(window: Window, url: string): void {
  if (isWeb(url)) window.open(url, '_blank', 'noopener');
}

export function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
