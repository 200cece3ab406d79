import { initials } from '#i18n/first-letters';

export function Avatar({ name, me }: { name: string; me?: boolean }) {
  return (
    <span class={`lead avatar${me ? ' me' : ''}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
