/** For `attributes` of a dialogue or drawer: its head is no second banner of the page. */
export const dialogHead = { header: { role: 'none' } };
