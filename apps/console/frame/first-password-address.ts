/** Where whoever came in by an invite sets a password; reached again by loading anew, and from the bar that reminds of it. */
export const FIRST_PASSWORD = '#/first-password';
