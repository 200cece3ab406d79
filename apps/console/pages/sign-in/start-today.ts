/** Whoever signs in begins with today, whatever day the address was left at. */
export function startToday(): void {
  const [path = '', query = ''] = location.hash.split('?');
  const search = new URLSearchParams(query);
  if (!search.has('at')) return;
  search.delete('at');
  const rest = search.toString();
  history.replaceState(history.state, '', rest ? `${path}?${rest}` : path);
}
